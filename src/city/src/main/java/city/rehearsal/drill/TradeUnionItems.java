package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of the trade union that the drill applies for. */
final class TradeUnionItems {
  private static final String BACK_END = "trade-union";
  private static final List<CaseOutcome> ALL_ENDINGS =
      List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED);
  private static final List<CaseOutcome> DECISIONS =
      List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED);

  static final List<ItemProfile> ALL =
      List.of(
          service("GH9001", "KNBF", 4, ALL_ENDINGS, TradeUnionItems::hardship),
          service("GH9002", "RHSQ", 3, DECISIONS, TradeUnionItems::membership),
          service("GH9003", "LXY", 3, ALL_ENDINGS, TradeUnionItems::recuperation),
          service("GH9004", "FLYZ", 3, ALL_ENDINGS, TradeUnionItems::legalAid),
          service("GH9005", "JXZX", 3, DECISIONS, TradeUnionItems::schooling));

  private TradeUnionItems() {}

  private static ItemProfile service(
      String item, String theirs, int share, List<CaseOutcome> endings, ItemProfile.Form form) {
    return new ItemProfile(item, BACK_END, theirs, share, endings, People.ADULTS, form);
  }

  private static Map<String, String> hardship(CaseOutcome ending, SeededRandom random) {
    int household = ending == CaseOutcome.NOT_ACCEPTED ? 0 : random.between(1, 6);
    // up to 30000 a head is hardship
    int income =
        ending == CaseOutcome.REJECTED
            ? household * 30_000 + random.between(1_000, 50_000)
            : household * random.between(0, 30_001);
    return Map.of(
        "householdSize", String.valueOf(household), "yearlyIncome", String.valueOf(income));
  }

  private static Map<String, String> membership(CaseOutcome ending, SeededRandom random) {
    String employer =
        ending == CaseOutcome.REJECTED ? "东方劳务派遣有限公司" : "䶮字号" + random.between(1, 90) + "厂";
    return Map.of("employer", employer, "joinedOn", "201" + random.between(0, 8) + "-03-01");
  }

  private static Map<String, String> recuperation(CaseOutcome ending, SeededRandom random) {
    int days =
        switch (ending) {
          case NOT_ACCEPTED -> 0;
          case REJECTED -> random.between(16, 40);
          default -> random.between(1, 16);
        };
    return Map.of(
        "destination", random.oneOf(List.of("莫干山", "𠮷林市")), "days", String.valueOf(days));
  }

  private static Map<String, String> legalAid(CaseOutcome ending, SeededRandom random) {
    int claim =
        switch (ending) {
          case NOT_ACCEPTED -> 0;
          case REJECTED -> random.between(500_001, 900_000);
          default -> random.between(1, 500_001);
        };
    return Map.of("employer", "第" + random.between(1, 90) + "纺织厂", "claim", String.valueOf(claim));
  }

  private static Map<String, String> schooling(CaseOutcome ending, SeededRandom random) {
    int year = ending == CaseOutcome.REJECTED ? random.between(2012, 2018) : 2018;
    return Map.of(
        "school", random.oneOf(List.of("复旦大学", "上海大学")), "admittedYear", String.valueOf(year));
  }
}
