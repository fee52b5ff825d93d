package city.rehearsal.drill;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A resident who never lived.
 *
 * @param sent the name as the centre's keyboard gives it
 * @param name the name as every book must have it
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

  /** Names with a separator, and how they are typed by those who have no key for it. */
  private static final List<String> SEPARATED = List.of("阿不都·买买提", "迪丽·帕尔哈提", "欧文·陈", "玛丽亚·冈萨雷斯");

  private static final List<String> LOOK_ALIKES =
      List.of("\u00b7", "\u00b7", "\u2022", "\u30fb", "\u2027");
  private static final List<String> DIVISIONS =
      List.of("310101", "310104", "310228", "320501", "330102", "340822", "650102", "110101");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  static Resident adult(SeededRandom dice) {
    LocalDate born = LocalDate.of(dice.between(1938, 1999), 1, 1).plusDays(dice.between(0, 365));
    String name = name(dice);
    String sent = name.replace("·", dice.oneOf(LOOK_ALIKES));
    if (dice.percent(3)) {
      return new Resident(sent, name, "PASSPORT", "E" + dice.digits(8));
    }
    if (dice.percent(3)) {
      String digits = dice.digits(8);
      String place = digits.endsWith("7") ? "M" : "H"; // fewer come from Macao
      return new Resident(sent, name, "HK_MACAO_PERMIT", place + digits);
    }
    return new Resident(sent, name, "RESIDENT_ID", number(dice, born));
  }

  /** A citizen, with a citizen's number. */
  static Resident citizen(SeededRandom dice, int bornFrom, int bornBefore) {
    LocalDate born =
        LocalDate.of(dice.between(bornFrom, bornBefore), 1, 1).plusDays(dice.between(0, 365));
    String name = name(dice);
    return new Resident(name, name, "RESIDENT_ID", number(dice, born));
  }

  /** Old enough for whatever begins at 65, with a citizen number to show it. */
  static Resident senior(SeededRandom dice) {
    return citizen(dice, 1930, 1952);
  }

  /** Too young to be out of work in the eyes of the law. */
  static Resident child(SeededRandom dice) {
    return citizen(dice, 2004, 2009);
  }

  private static String name(SeededRandom dice) {
    return dice.percent(5) ? dice.oneOf(SEPARATED) : dice.oneOf(FAMILY) + dice.oneOf(GIVEN);
  }

  private static String number(SeededRandom dice, LocalDate born) {
    String digits =
        dice.oneOf(DIVISIONS) + born.format(DateTimeFormatter.BASIC_ISO_DATE) + dice.digits(3);
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
