package city.tongban.console;

/**
 * Masks personal data for a screen: enough to recognise a person, too little to disclose the value.
 */
final class Masking {
  private static final int HEAD_AND_TAIL = 4;
  private static final int STARS = 2;

  private Masking() {}

  /** The first character of a name, by code points; the number of stars hides the name's length. */
  static String name(String name) {
    int[] points = name.codePoints().toArray();
    return points.length == 0
        ? ""
        : new String(points, 0, 1) + "*".repeat(Math.min(STARS, Math.max(1, points.length - 1)));
  }

  /** Both ends of a long number; a short one is hidden whole. */
  static String number(String number) {
    int length = number.length();
    return length <= HEAD_AND_TAIL * 2
        ? "*".repeat(length)
        : number.substring(0, HEAD_AND_TAIL)
            + "*".repeat(length - HEAD_AND_TAIL * 2)
            + number.substring(length - HEAD_AND_TAIL);
  }
}
