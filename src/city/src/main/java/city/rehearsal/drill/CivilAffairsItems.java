package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items of civil affairs that the drill applies for. */
final class CivilAffairsItems {
  private static final String BACK_END = "civil-affairs";

  /** Yuan a month for each head. */
  private static final int SUBSISTENCE = 1_070;

  private static final int LOW_INCOME = 2_140;
  private static final List<CaseOutcome> ALL_ENDINGS =
      List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED);
  private static final List<CaseOutcome> DECISIONS =
      List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED);

  static final List<ItemProfile> ALL =
      List.of(
          new ItemProfile(
              "MZ9001",
              BACK_END,
              "JLK",
              4,
              DECISIONS,
              (ending, random) ->
                  ending == CaseOutcome.APPROVED ? Resident.senior(random) : Resident.child(random),
              CivilAffairsItems::seniorCard),
          household("MZ9002", "DBZM", SUBSISTENCE),
          household("MZ9003", "DSRZM", LOW_INCOME),
          new ItemProfile(
              "MZ9006",
              BACK_END,
              "YBZM",
              3,
              ALL_ENDINGS,
              People.ADULTS,
              CivilAffairsItems::illness));

  private CivilAffairsItems() {}

  private static Map<String, String> seniorCard(CaseOutcome ending, SeededRandom random) {
    return Map.of(
        "cardAddress",
        random.oneOf(List.of("南京东路300弄5号", "㛃里弄18号", "𠮷安路7号")),
        "bankCard",
        "62220210011122" + random.digits(5));
  }

  private static ItemProfile household(String item, String theirs, int perHead) {
    return new ItemProfile(
        item,
        BACK_END,
        theirs,
        3,
        ALL_ENDINGS,
        People.ADULTS,
        (ending, random) -> household(ending, random, perHead, 0));
  }

  private static Map<String, String> household(
      CaseOutcome ending, SeededRandom random, int perHead, int cost) {
    int heads = ending == CaseOutcome.NOT_ACCEPTED ? 0 : random.between(1, 7);
    int income =
        ending == CaseOutcome.REJECTED
            ? heads * perHead + cost + random.between(10, 5_000)
            : cost + heads * random.between(0, perHead + 1);
    return Map.of(
        "familySize",
        String.valueOf(heads),
        "monthlyIncome",
        String.valueOf(income),
        "purpose",
        random.oneOf(List.of("申请助学金", "申请廉租住房", "减免䶮塘镇水电费")));
  }

  private static Map<String, String> illness(CaseOutcome ending, SeededRandom random) {
    boolean nothingSpent = ending == CaseOutcome.NOT_ACCEPTED;
    int cost = nothingSpent ? 0 : random.between(1, 20_000);
    Map<String, String> form =
        new HashMap<>(
            household(nothingSpent ? CaseOutcome.APPROVED : ending, random, LOW_INCOME, cost));
    form.put("medicalCost", String.valueOf(cost));
    form.put("illness", random.oneOf(List.of("尿毒症(透析)", "恶性肿瘤")));
    return form;
  }
}
