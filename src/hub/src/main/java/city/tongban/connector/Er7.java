package city.tongban.connector;

import city.tongban.canonical.Refusal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The delimiters of HL7's ER7 encoding, always {@code |^~\&}, and the escaping of text. */
public final class Er7 {
  public static final String SIGNS = "^~\\&";
  private static final Map<Character, String> ESCAPED =
      Map.of(
          '|', "\\F\\", '^', "\\S\\", '&', "\\T\\", '~', "\\R\\", '\\', "\\E\\", '\n', "\\X0A\\",
          '\t', "\\X09\\");
  private static final Map<String, String> MEANT =
      Map.of(
          "F", "|", "S", "^", "T", "&", "R", "~", "E", "\\", "X0A", "\n", ".br", "\n", "X09", "\t");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([^\\\\]*)(\\\\|$)");

  private Er7() {}

  /** Escapes our text for a field. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              String written = ESCAPED.get((char) c);
              if (written != null) {
                escaped.append(written);
              } else if (Character.isISOControl(c)) {
                throw Refusal.of("HUB-9005", "U+%04X has no place in a field of ER7", c)
                    .because("it is a control character, and it is never replaced");
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  /** Unescapes a field; an unknown escape sequence is refused, and so is a control character. */
  public static String unescape(String field) {
    if (field.chars().anyMatch(Character::isISOControl)) {
      throw wrong("a field holds a control character");
    }
    Matcher escapes = ESCAPE.matcher(field);
    StringBuilder text = new StringBuilder(field.length());
    while (escapes.find()) {
      String meant = MEANT.get(escapes.group(1));
      if (meant == null || escapes.group(2).isEmpty()) {
        throw wrong("a field holds an escape sequence that means nothing to us");
      }
      escapes.appendReplacement(text, Matcher.quoteReplacement(meant));
    }
    return escapes.appendTail(text).toString();
  }

  /** A refusal for a message that is not valid HL7; nothing in it is guessed. */
  public static Refusal wrong(String why) {
    return Refusal.of("HUB-9016", "the message is not HL7 in ER7")
        .because(why)
        .fix("ask the back-end what it sent; compare it with the payload in the trail");
  }
}
