package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of the health bureau that the drill applies for. */
final class HealthItems {
  private static final String BACK_END = "health";
  private static final List<CaseOutcome> ENDINGS =
      List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED);

  static final List<ItemProfile> ALL =
      List.of(
          service("WJ9001", "JSJL", 3, HealthItems::reward),
          service("WJ9002", "XXBX", 3, HealthItems::blood),
          service("WJ9004", "CSZM", 4, HealthItems::birth),
          service("WJ9005", "YMZJ", 3, HealthItems::vaccination));

  private HealthItems() {}

  private static ItemProfile service(String item, String theirs, int share, ItemProfile.Form form) {
    return new ItemProfile(item, BACK_END, theirs, share, ENDINGS, People.ADULTS, form);
  }

  private static Map<String, String> reward(CaseOutcome ending, SeededRandom random) {
    return Map.of(
        "onlyChildCertificate", "SH" + random.digits(8),
        "childBornOn", born(ending, random, "1975", "1995"),
        "bankCard", "622202" + random.digits(13));
  }

  private static Map<String, String> blood(CaseOutcome ending, SeededRandom random) {
    int donated = ending == CaseOutcome.NOT_ACCEPTED ? 0 : random.between(1, 5) * 200;
    // up to three times what was given
    int used = donated * 3 + (ending == CaseOutcome.REJECTED ? random.between(1, 900) : 0);
    return Map.of(
        "donatedMl", String.valueOf(donated),
        "usedMl", String.valueOf(used),
        "hospital", "䶮山|血液~中心" + random.between(1, 9) + "号");
  }

  private static Map<String, String> birth(CaseOutcome ending, SeededRandom random) {
    return Map.of(
        "childName", random.oneOf(List.of("𠮷小宝", "买买提·艾山")),
        "bornOn", born(ending, random, "1995", "2016"),
        "hospital", random.oneOf(List.of("国际和平妇幼保健院", "第一&第二妇婴\\保健院")));
  }

  private static Map<String, String> vaccination(CaseOutcome ending, SeededRandom random) {
    return Map.of(
        "childName",
        "张小䶮",
        "bornOn",
        born(ending, random, "2003", "2015"),
        "recordNumber",
        "310115" + random.digits(12));
  }

  /** A birth date: in the future, too old, or eligible, by the expected outcome. */
  private static String born(
      CaseOutcome ending, SeededRandom random, String tooEarly, String right) {
    String year =
        switch (ending) {
          case NOT_ACCEPTED -> "2019";
          case REJECTED -> tooEarly;
          default -> right;
        };
    return year + "-0" + random.between(1, 10) + "-1" + random.between(0, 10);
  }
}
