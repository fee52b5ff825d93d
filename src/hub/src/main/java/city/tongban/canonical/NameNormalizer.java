package city.tongban.canonical;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Brings a name into normal form, and refuses characters that a name cannot contain. */
final class NameNormalizer {
  static final int SEPARATOR = 0x00B7;
  private static final int LENGTH_MAX = 60;

  /**
   * Characters that keyboards, fonts and conversions produce instead of U+00B7: Greek ano teleia,
   * Canadian and runic dots, bullet, one dot leader, hyphenation point, bullet and dot operator,
   * the two Katakana dots, the raised and the word-separator dot. None has another meaning in a
   * name.
   */
  private static final Set<Integer> LOOK_ALIKES =
      Set.of(
          0x0387, 0x1427, 0x16EB, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x2E33, 0x30FB,
          0xFF65);

  /** A full stop ends an initial (John F. Kennedy), but between two Han characters it separates. */
  private static final Set<Integer> FULL_STOPS = Set.of((int) '.', 0xFF0E);

  /** The replacement characters of a lossy conversion; the original character is lost. */
  private static final Set<Integer> QUESTION_MARKS = Set.of((int) '?', 0xFF1F);

  private final int[] raw;
  private final StringBuilder form = new StringBuilder();
  private final Set<String> notes = new LinkedHashSet<>();

  private NameNormalizer(int[] raw) {
    this.raw = raw;
  }

  static Normalised<String> of(String raw) {
    return new NameNormalizer(raw.codePoints().toArray()).normalised();
  }

  static Refusal wrong(String why) {
    return Refusal.of("HUB-1007", "the name cannot be the name of a person")
        .because(why)
        .fix("send the name as it stands on the papers, in UTF-8");
  }

  private Normalised<String> normalised() {
    int begin = 0;
    int end = raw.length;
    while (begin < end && space(raw[begin])) {
      begin++;
    }
    while (end > begin && space(raw[end - 1])) {
      end--;
    }
    if (end - begin < raw.length) {
      notes.add("without spaces around it");
    }
    if (end - begin > LENGTH_MAX) {
      throw wrong("it is longer than " + LENGTH_MAX + " characters");
    }
    for (int i = begin; i < end; i++) {
      form.appendCodePoint(character(i));
    }
    if (form.codePoints().allMatch(c -> c == SEPARATOR || c == ' ')) {
      throw wrong("it is empty");
    }
    return new Normalised<>(form.toString(), List.copyOf(notes));
  }

  private int character(int i) {
    int c = raw[i];
    if (PrivateUse.holds(c)) {
      return noted(
          PrivateUse.meaning(c)
              .orElseThrow(() -> wrong("it holds the private character " + TextRules.hex(c))),
          c);
    }
    if (LOOK_ALIKES.contains(c) || (FULL_STOPS.contains(c) && betweenHan(i))) {
      return noted(SEPARATOR, c);
    }
    if (TextRules.broken(c) || QUESTION_MARKS.contains(c)) {
      throw wrong("it holds " + TextRules.hex(c) + ", which stands where a character was lost");
    }
    if (unseen(c) || (space(c) && c != ' ')) {
      throw wrong("it holds the invisible " + TextRules.hex(c));
    }
    return c;
  }

  private int noted(int meant, int sent) {
    notes.add(TextRules.hex(meant) + " for " + TextRules.hex(sent));
    return meant;
  }

  private boolean betweenHan(int i) {
    return i > 0 && i < raw.length - 1 && han(raw[i - 1]) && han(raw[i + 1]);
  }

  private static boolean han(int c) {
    return Character.isIdeographic(PrivateUse.meaning(c).orElse(c));
  }

  private static boolean space(int c) {
    return Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /**
   * Controls, zero-width and direction marks, line ends: two names that differ in them look equal.
   */
  private static boolean unseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
