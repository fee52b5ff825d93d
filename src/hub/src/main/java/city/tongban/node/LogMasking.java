package city.tongban.node;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand in a log: no numbers of persons, no characters that forge a line or turn its
 * direction, and not without end.
 */
final class LogMasking {
  private static final int CHARS_MAX = 8_192;

  /**
   * A number that stands alone: a mobile phone, an identity card of either length, a bank card. A
   * case number has hyphens and a digest has letters.
   */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![\\p{Alnum}.-])([0-9]{3})[0-9]{4,12}([0-9]{3}[0-9Xx])(?![\\p{Alnum}.-])");

  private static final Pattern FORGING =
      Pattern.compile("[\\p{Cc}\u200E\u200F\u202A-\u202E\u2028\u2029\u2066-\u2069&&[^\t\n]]");

  private LogMasking() {}

  /** A message of several lines keeps them, set back so far that none passes for a line of ours. */
  static String line(String text) {
    String cut = text.length() > CHARS_MAX ? text.substring(0, CHARS_MAX) + " …" : text;
    return FORGING.matcher(masked(cut)).replaceAll(LogMasking::escaped).replace("\n", "\n  | ");
  }

  /** A stack trace keeps its lines. */
  static String lines(String text) {
    return masked(text);
  }

  private static String masked(String text) {
    return PERSONAL.matcher(text).replaceAll("$1***$2");
  }

  private static String escaped(java.util.regex.MatchResult found) {
    return Matcher.quoteReplacement("\\u%04x".formatted((int) found.group().charAt(0)));
  }
}
