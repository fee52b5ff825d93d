package city.tongban.kit.scaffold;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A short text that matches a simple pattern, such as {@code [0-9]{6}} or {@code (A|B)-\d+}. */
final class PatternSample {
  private static final Pattern TIMES = Pattern.compile("\\{(\\d+)(,\\d*)?}");
  private final String pattern;
  private int at;

  private PatternSample(String pattern) {
    this.pattern = pattern;
  }

  /**
   * A matching text; for a pattern that is too complex, a placeholder that a person has to replace.
   */
  static String of(String pattern, int lengthMin) {
    String bare = pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "");
    try {
      String text = new PatternSample(bare).alternatives();
      return text.length() < lengthMin && !text.isEmpty()
          ? text + text.substring(text.length() - 1).repeat(lengthMin - text.length())
          : text;
    } catch (StringIndexOutOfBoundsException notSoSimple) {
      return "样例";
    }
  }

  /** The first alternative; the others are skipped. */
  private String alternatives() {
    String first = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      String one = one();
      text.append(one.repeat(times()));
    }
    return text.toString();
  }

  private String one() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> {
        if (pattern.startsWith("?:", at)) {
          at += 2;
        }
        String inner = alternatives();
        at++;
        yield inner;
      }
      case '[' -> String.valueOf(ofClass());
      case '\\' -> escaped(pattern.charAt(at++));
      case '.' -> "A";
      default -> String.valueOf(c);
    };
  }

  private char ofClass() {
    int end = pattern.indexOf(']', at + 1);
    String inside = pattern.substring(at, end);
    at = end + 1;
    if (inside.startsWith("^")) {
      return 'A';
    }
    return inside.startsWith("\\") ? escaped(inside.charAt(1)).charAt(0) : inside.charAt(0);
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'd' -> "1";
      case 's' -> " ";
      case 'S', 'w' -> "A";
      default -> String.valueOf(c);
    };
  }

  private int times() {
    if (at == pattern.length()) {
      return 1;
    }
    char c = pattern.charAt(at);
    if (c == '*' || c == '?') {
      at++;
      return 0;
    }
    if (c == '+') {
      at++;
      return 1;
    }
    Matcher counted = TIMES.matcher(pattern).region(at, pattern.length());
    if (c == '{' && counted.lookingAt()) {
      at = counted.end();
      return Integer.parseInt(counted.group(1));
    }
    return 1;
  }
}
