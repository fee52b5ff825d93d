package city.tongban.canonical;

/** Validates text fields: well-formed, visible, and no longer than the field allows. */
final class TextRules {
  private TextRules() {}

  /** One line of text that is not blank. */
  static String line(String field, String text, int codePointsMax) {
    if (text.isBlank()) {
      throw wrong(field, "is empty");
    }
    if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
      throw wrong(field, "holds a line break or a tab");
    }
    return lines(field, text, codePointsMax);
  }

  /** Text that may be empty and may run over several lines. */
  static String lines(String field, String text, int codePointsMax) {
    if (text.codePointCount(0, text.length()) > codePointsMax) {
      throw wrong(field, "is longer than " + codePointsMax + " characters");
    }
    text.codePoints().filter(TextRules::unwanted).findFirst().ifPresent(c -> refuse(field, c));
    return text;
  }

  static Refusal wrong(String field, String how) {
    return Refusal.of("HUB-1005", "%s %s", field, how)
        .fix("send the field as the API description says");
  }

  /** Half a surrogate pair, a code point that can never be a character, or U+FFFD. */
  static boolean broken(int c) {
    return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || c == 0xFFFD;
  }

  static String hex(int c) {
    return "U+%04X".formatted(c);
  }

  // XML 1.0 cannot carry most controls, and a parser turns a carriage return into a line feed
  private static boolean unwanted(int c) {
    return broken(c) || (Character.isISOControl(c) && c != '\n' && c != '\t');
  }

  private static void refuse(String field, int c) {
    throw wrong(field, "holds " + hex(c))
        .because(
            broken(c)
                ? "this is what is left of a character that was lost on its way"
                : "control characters mean nothing in a form");
  }
}
