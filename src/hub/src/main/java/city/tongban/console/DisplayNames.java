package city.tongban.console;

import city.tongban.canonical.HubException;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StoredText;
import city.tongban.catalogue.Catalogue;
import city.tongban.catalogue.NeededMaterial;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connectors;
import city.tongban.connector.Title;
import city.tongban.delivery.DeliveryState;
import city.tongban.trace.MessageRenderer;
import city.tongban.transport.CheckResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The names of our codes in the reader's language; a code without a name is shown as it is. */
@Component
class DisplayNames {
  /** Prefix of the name of a person who acts at the console, so that it cannot be a partner id. */
  static final String PERSON = "console:";

  private static final String CENTRE = "centre-";
  private static final int FAMILY = "HUB-n".length();

  private final Catalogue catalogue;
  private final Connectors connectors;
  private final MessageSource messages;
  private final MessageRenderer renderer;

  DisplayNames(
      Catalogue catalogue,
      Connectors connectors,
      MessageSource messages,
      MessageRenderer renderer) {
    this.catalogue = catalogue;
    this.connectors = connectors;
    this.messages = messages;
    this.renderer = renderer;
  }

  /** The title of an item on the day on which its case was collected. */
  public String item(String code, Instant collectedAt) {
    var day = collectedAt.atZone(BusinessClock.ZONE).toLocalDate();
    return named(code, () -> catalogue.item(code, day).name());
  }

  /** The materials that a resident should bring for an item, as of that day. */
  public List<String> materialsNeeded(String code, Instant collectedAt) {
    var day = collectedAt.atZone(BusinessClock.ZONE).toLocalDate();
    try {
      return catalogue.item(code, day).materials().stream().map(NeededMaterial::title).toList();
    } catch (HubException e) {
      return List.of();
    }
  }

  public String centre(String code) {
    return named(code, () -> catalogue.centre(code, "").name());
  }

  public String backEnd(String folder) {
    return named(folder, () -> inReadersLanguage(connectors.active(folder).title()));
  }

  /** The other end of a step: a centre, a back-end, or a person at the console. */
  public String partner(String id) {
    if (id.startsWith(PERSON)) {
      return id.substring(PERSON.length());
    }
    return id.startsWith(CENTRE) ? centre(id.substring(CENTRE.length())) : backEnd(id);
  }

  /** The word for one of our own codes, such as state PARKED. */
  public String word(String kind, String code) {
    return message(kind + "." + code, code);
  }

  /** What an error code means, in the reader's language. */
  public String code(String code) {
    return message("code." + code, "");
  }

  /** The problem in the reader's language; the problem's own sentence is English. */
  public String problem(Problem problem) {
    String found =
        messages.getMessage(
            "code." + problem.code(),
            problem.arguments().toArray(),
            "",
            LocaleContextHolder.getLocale());
    return found == null ? "" : found;
  }

  /** A text of a case, as a list shows it. */
  public String paper(CaseDocument paper, TimeFormat times) {
    String delivery = paper.delivery() == null ? "" : "#" + paper.delivery() + " ";
    String at = paper.at() == null ? "" : " " + times.clock(paper.at());
    String by = paper.partner() == null ? "" : " · " + partner(paper.partner());
    return delivery + word("paper", paper.kind()) + at + by;
  }

  /** A message in the reader's language, or text as it is stored. */
  public String text(@Nullable StoredText stored) {
    String rendered = renderer.render(stored, LocaleContextHolder.getLocale());
    return rendered == null ? "" : rendered;
  }

  public String text(KeyedMessage message) {
    return renderer.render(message, LocaleContextHolder.getLocale());
  }

  /** The result of a connection check. */
  public String learned(CheckResult learned) {
    String key = "probe.said." + learned.key();
    String said =
        messages.getMessage(key, learned.values().toArray(), key, LocaleContextHolder.getLocale());
    return said == null ? key : said;
  }

  public String css(Enum<?> kind) {
    return "is-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Who must act on a problem: by its code, else by its code family; empty when unknown. */
  public String actor(String code) {
    String family = code.substring(0, Math.min(FAMILY, code.length()));
    return message("actor." + code, message("actor." + family, ""));
  }

  /** Who must act on a delivery that does not move; an UNCONFIRMED one always needs a person. */
  public String actor(StuckDelivery trouble) {
    return trouble.delivery().state() == DeliveryState.UNCONFIRMED
        ? word("actor", "UNCONFIRMED")
        : actor(trouble.code());
  }

  private String message(String key, String otherwise) {
    String found = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    return found == null ? otherwise : found;
  }

  private static String inReadersLanguage(Title title) {
    return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? title.en()
        : title.zh();
  }

  private static String named(String code, Supplier<String> name) {
    try {
      return name.get();
    } catch (HubException unknown) {
      return code;
    }
  }
}
