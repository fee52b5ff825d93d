package city.tongban.replay;

import city.tongban.canonical.CitizenId;
import city.tongban.canonical.IdType;
import city.tongban.canonical.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Replaces personal data by made-up data: the same word always by the same other word of the same
 * length and kind, so that a mapping treats it alike.
 */
final class SyntheticPeople {
  private static final String NAME = "样本示例甲乙丙丁";
  private static final String PLACE = "示例路一号";
  private static final int ID_PLACES = 18;

  /** A division of Beijing, so that no number belongs to this city. */
  private static final String DIVISION = "110105";

  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

  private final Map<String, String> replaced = new LinkedHashMap<>();

  /** The replacements so far. */
  Map<String, String> replaced() {
    return replaced;
  }

  String name(String original) {
    return replaced.computeIfAbsent(original, name -> alike(name, NAME, 2 * replaced.size()));
  }

  String place(String original) {
    return replaced.computeIfAbsent(original, place -> alike(place, PLACE, 0));
  }

  String phone(String original) {
    int nth = replaced.size() + 1;
    return replaced.computeIfAbsent(
        original,
        phone ->
            MOBILE.matcher(phone).matches()
                ? "1380000%04d".formatted(nth)
                : phone.substring(0, phone.length() - 6) + "%06d".formatted(nth));
  }

  String id(IdType type, String original) {
    return type == IdType.RESIDENT_ID ? residentId(original) : number(original);
  }

  /** Keeps year of birth and sex, which rules use, and computes the check character. */
  String residentId(String original) {
    int nth = replaced.size();
    return replaced.computeIfAbsent(
        original,
        number -> {
          if (number.length() != ID_PLACES) {
            return DIVISION + number.substring(6, 8) + "0101" + serial(nth, number.charAt(14));
          }
          String places =
              DIVISION + number.substring(6, 10) + "0101" + serial(nth, number.charAt(16));
          return "0123456789X"
              .chars()
              .mapToObj(check -> places + (char) check)
              .filter(SyntheticPeople::isResidentId)
              .findFirst()
              .orElseThrow();
        });
  }

  static boolean isResidentId(String text) {
    try {
      return new CitizenId(text).value().equals(text);
    } catch (Refusal e) {
      return false;
    }
  }

  /** A card or document number; keeps a valid Luhn check digit valid. */
  String number(String original) {
    int nth = replaced.size();
    return replaced.computeIfAbsent(
        original,
        number -> {
          String made = digits(number, nth);
          return made.equals(number) ? digits(number, nth + 1) : made;
        });
  }

  private static String digits(String number, int from) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      made.append(digit && i > 0 ? (char) ('0' + (i + from) % 10) : c);
    }
    return luhn(number) ? checked(made) : made.toString();
  }

  /** The id of a case or a message. */
  String instead(String original, String other) {
    replaced.put(original, other);
    return other;
  }

  private static String serial(int nth, char last) {
    int sex = (last - '0') % 2;
    return "%02d%d".formatted(nth % 100, sex);
  }

  /**
   * Replaces separators and rare characters by the same kind, because mappings may fail on them.
   */
  private static String alike(String original, String words, int from) {
    StringBuilder made = new StringBuilder();
    int at = from;
    for (int c : original.codePoints().toArray()) {
      if (Character.isSupplementaryCodePoint(c)) {
        made.appendCodePoint(0x20BB7); // 𠮷
      } else if ((c >= 0x3400 && c < 0x4E00) || (c > 0x9FA5 && c <= 0x9FFF)) {
        made.appendCodePoint(0x4DAE); // 䶮
      } else if (Character.isIdeographic(c)) {
        made.append(words.charAt(at++ % words.length()));
      } else if (Character.isDigit(c)) {
        made.append('1');
      } else if (Character.isLetter(c) && Character.getType(c) != Character.PRIVATE_USE) {
        made.append(Character.isUpperCase(c) ? 'X' : 'x');
      } else {
        made.appendCodePoint(c);
      }
    }
    return made.toString();
  }

  private static boolean luhn(String number) {
    return number.matches("[0-9]{12,19}") && sum(number) % 10 == 0;
  }

  private static String checked(StringBuilder number) {
    String places = number.substring(0, number.length() - 1);
    return places + (10 - sum(places + "0") % 10) % 10;
  }

  private static int sum(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int twice = i % 2 == 1 ? digit * 2 : digit;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return sum;
  }
}
