package city.tongban.console;

import city.tongban.canonical.HubException;
import city.tongban.catalogue.Catalogue;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connectors;
import city.tongban.connector.Title;
import city.tongban.delivery.DeliveryState;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What our codes are called in the reader's language; a code without a name is shown as it is. */
@Component
class Names {
  private static final String CENTRE = "centre-";
  private static final int FAMILY = "HUB-n".length();

  private final Catalogue catalogue;
  private final Connectors connectors;
  private final MessageSource messages;

  Names(Catalogue catalogue, Connectors connectors, MessageSource messages) {
    this.catalogue = catalogue;
    this.connectors = connectors;
    this.messages = messages;
  }

  /** An item as it was called on the day that its case was collected. */
  public String item(String code, Instant collectedAt) {
    var day = collectedAt.atZone(BusinessClock.ZONE).toLocalDate();
    return named(code, () -> catalogue.item(code, day).name());
  }

  public String centre(String code) {
    return named(code, () -> catalogue.centre(code, "").name());
  }

  public String backEnd(String folder) {
    return named(folder, () -> inReadersLanguage(connectors.active(folder).title()));
  }

  /** The other end of a stop: a centre, a back-end, or a person at the console. */
  public String partner(String id) {
    return id.startsWith(CENTRE) ? centre(id.substring(CENTRE.length())) : backEnd(id);
  }

  /** The word for one of our own codes, such as state PARKED. */
  public String word(String kind, String code) {
    return message(kind + "." + code, code);
  }

  /** Who must act on a problem: by its code, else by its family; empty when nobody is named. */
  public String actor(String code) {
    String family = code.substring(0, Math.min(FAMILY, code.length()));
    return message("actor." + code, message("actor." + family, ""));
  }

  /** Who must act on a delivery that stands still; what nobody can confirm is always a person's. */
  public String actor(Trouble trouble) {
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
