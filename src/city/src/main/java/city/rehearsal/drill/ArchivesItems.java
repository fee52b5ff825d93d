package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of the archives that the drill applies for. */
final class ArchivesItems {
  private static final List<CaseOutcome> ALL_ENDINGS =
      List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED);
  private static final int THIS_YEAR = 2018;

  static final List<ItemProfile> ALL =
      List.of(
          service("DA9001", "HYDJ", 4, ArchivesItems::marriage),
          service("DA9002", "DSZN", 3, ArchivesItems::onlyChild),
          service("DA9007", "GSRD", 2, ArchivesItems::injury),
          service("DA9008", "XJ", 3, ArchivesItems::school));

  private ArchivesItems() {}

  private static ItemProfile service(String item, String theirs, int share, ItemProfile.Form form) {
    return new ItemProfile(item, "archives", theirs, share, ALL_ENDINGS, People.ADULTS, form);
  }

  private static Map<String, String> marriage(CaseOutcome ending, SeededRandom random) {
    String registrar =
        ending == CaseOutcome.REJECTED
            ? "江苏省𠮷林县民政局"
            : random.oneOf(List.of("上海市徐汇区民政局", "上海市黄浦区民政局"));
    return Map.of(
        "spouseName",
        random.oneOf(List.of("欧阳修文", "艾山·买买提", "周䶮")),
        "registeredYear",
        year(ending, 1950, random),
        "registrar",
        registrar,
        "purpose",
        "办理房产过户");
  }

  private static Map<String, String> onlyChild(CaseOutcome ending, SeededRandom random) {
    int year =
        switch (ending) {
          case NOT_ACCEPTED -> THIS_YEAR + random.between(1, 4);
          case REJECTED -> random.between(1960, 1979);
          default -> random.between(1979, 2016);
        };
    return Map.of("childName", "王小明", "childBornOn", year + "-06-01", "purpose", "申领奖励");
  }

  private static Map<String, String> injury(CaseOutcome ending, SeededRandom random) {
    String year =
        ending == CaseOutcome.REJECTED
            ? String.valueOf(random.between(1980, 2004))
            : year(ending, 2004, random);
    return Map.of(
        "employer",
        "第" + random.between(1, 90) + "纺织厂",
        "recognisedYear",
        year,
        "purpose",
        "劳动能力鉴定");
  }

  private static Map<String, String> school(CaseOutcome ending, SeededRandom random) {
    String school =
        ending == CaseOutcome.NOT_ACCEPTED ? "复旦大学" : "上海市第" + random.between(1, 60) + "中学";
    int year =
        ending == CaseOutcome.REJECTED ? random.between(1930, 1949) : random.between(1949, 2018);
    return Map.of("school", school, "graduatedYear", String.valueOf(year), "purpose", "补办毕业证明");
  }

  private static String year(CaseOutcome ending, int since, SeededRandom random) {
    int year =
        ending == CaseOutcome.NOT_ACCEPTED
            ? THIS_YEAR + random.between(1, 4)
            : random.between(since, THIS_YEAR + 1);
    return String.valueOf(year);
  }
}
