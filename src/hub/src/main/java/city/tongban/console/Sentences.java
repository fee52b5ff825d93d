package city.tongban.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The short sentences of the trail in the reader's language. The trail keeps them as they were
 * written; one that is not known here is shown as it is.
 */
@Component
class Sentences {
  private static final List<Known> KNOWN =
      List.of(
          known("to ([a-z-]+); home centre (\\d+); deadline (.+)", "said.routed", "", "", ""),
          known("try (\\d+) of (\\d+)", "said.try", "", ""),
          known("([A-Z_]+) → ([A-Z_]+)", "said.moved", "state", "state"),
          known("([A-Z_]+) → ([A-Z_]+) ([A-Z_]+)", "said.decided", "state", "state", "outcome"),
          known("([A-Z_]+)", "said.outcome", "answer"),
          known("reason: (.+)", "said.reason", ""),
          known("behind (\\S+)", "said.behind", ""),
          known("opens at (\\S+)", "said.opens", ""),
          known("closed[,;].* the calendar does not know .+", "said.calendar"),
          known("(\\d+) wait; limit (\\d+)", "said.waiting", "", ""),
          known("the oldest has waited (\\d+) min; limit (\\d+) min", "said.oldest", "", ""),
          known("(\\d+) stand still; limit (\\d+)", "said.parked", "", ""),
          known("(\\S+) ends at (\\S+)", "said.ends", "", ""),
          known("withdrawn before it was sent", "said.withdrawn"),
          known("collected off-line, uploaded later", "said.late"),
          known("said ([A-Z_]+) of a case that is ([A-Z_]+)", "said.nothing", "answer", "state"),
          known("(in|out) of stop (\\S+)", "said.read", "payload", ""),
          known(
              "([a-z-]+): (ok|name|port|tls|trust|clock|credential|rights)",
              "said.tested",
              "",
              "probe.check"),
          known("([a-z-]+): ([a-z-]+), (\\d+) calls", "said.fault.counted", "", "fault", ""),
          known("([a-z-]+): ([a-z-]+), (\\d+) of 100 calls", "said.fault.shared", "", "fault", ""),
          known("([a-z-]+): ([a-z-]+), until it is taken away", "said.fault.until", "", "fault"),
          known("([a-z-]+): ([a-z-]+)", "said.fault", "", "fault"),
          known("all faults", "said.faults"),
          known("(\\d+) problems in all", "said.problems", ""));

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  /** A sentence of ours: its form, its word, and what kind of code each of its parts is. */
  private record Known(Pattern form, String key, List<String> kinds) {}

  String inReadersLanguage(String said) {
    return KNOWN.stream()
        .map(known -> spoken(known, said))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(said);
  }

  private Optional<String> spoken(Known known, String said) {
    Matcher parts = known.form().matcher(said);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Object[] words = new Object[known.kinds().size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = word(known.kinds().get(i), parts.group(i + 1));
    }
    return Optional.ofNullable(
        messages.getMessage(known.key(), words, said, LocaleContextHolder.getLocale()));
  }

  private String word(String kind, String code) {
    String word =
        messages.getMessage(kind + "." + code, null, code, LocaleContextHolder.getLocale());
    return word == null ? code : word;
  }

  private static Known known(String form, String key, String... kinds) {
    return new Known(Pattern.compile(form, Pattern.DOTALL), key, List.of(kinds));
  }
}
