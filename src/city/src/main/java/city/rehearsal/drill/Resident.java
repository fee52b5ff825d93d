package city.rehearsal.drill;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A made-up resident.
 *
 * @param sent the name as the centre types it
 * @param name the name in normal form, as departments must record it
 */
record Resident(String sent, String name, String idType, String idNumber) {
  private static final List<String> FAMILY =
      List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "司马", "诸葛", "㐱", "仝");

  /**
   * Everyday characters, rare ones of the basic plane, and some beyond it that many systems lose.
   */
  private static final List<String> GIVEN =
      List.of(
          "小明", "秀英", "伟", "建国", "丽娟", "志强", "雅婷", "梓涵", "䶮", "堃", "喆", "㛃", "淼", "昇", "𠮷", "𬍛",
          "𣲗", "子𠅤", "𫍯");

  /** Names with a separator, and the characters that centres type for it. */
  private static final List<String> SEPARATED = List.of("阿不都·买买提", "迪丽·帕尔哈提", "欧文·陈", "玛丽亚·冈萨雷斯");

  private static final List<String> LOOK_ALIKES =
      List.of("\u00b7", "\u00b7", "\u2022", "\u30fb", "\u2027");
  private static final List<String> DIVISIONS =
      List.of("310101", "310104", "310228", "320501", "330102", "340822", "650102", "110101");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  static Resident adult(SeededRandom random) {
    LocalDate born =
        LocalDate.of(random.between(1938, 1999), 1, 1).plusDays(random.between(0, 365));
    String name = name(random);
    String sent = name.replace("·", random.oneOf(LOOK_ALIKES));
    if (random.percent(3)) {
      return new Resident(sent, name, "PASSPORT", "E" + random.digits(8));
    }
    if (random.percent(3)) {
      String digits = random.digits(8);
      String place = digits.endsWith("7") ? "M" : "H"; // fewer come from Macao
      return new Resident(sent, name, "HK_MACAO_PERMIT", place + digits);
    }
    return new Resident(sent, name, "RESIDENT_ID", number(random, born));
  }

  /** A resident with a resident identity number. */
  static Resident citizen(SeededRandom random, int bornFrom, int bornBefore) {
    LocalDate born =
        LocalDate.of(random.between(bornFrom, bornBefore), 1, 1).plusDays(random.between(0, 365));
    String name = name(random);
    return new Resident(name, name, "RESIDENT_ID", number(random, born));
  }

  /** A resident older than 65, with a resident identity number. */
  static Resident senior(SeededRandom random) {
    return citizen(random, 1930, 1952);
  }

  /** A resident too young for unemployment benefit. */
  static Resident child(SeededRandom random) {
    return citizen(random, 2004, 2009);
  }

  private static String name(SeededRandom random) {
    return random.percent(5) ? random.oneOf(SEPARATED) : random.oneOf(FAMILY) + random.oneOf(GIVEN);
  }

  private static String number(SeededRandom random, LocalDate born) {
    String digits =
        random.oneOf(DIVISIONS) + born.format(DateTimeFormatter.BASIC_ISO_DATE) + random.digits(3);
    return digits + check(digits);
  }

  /** The check character of GB 11643-1999 for 17 digits. */
  static char check(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
    }
    return "10X98765432".charAt(sum % 11);
  }
}
