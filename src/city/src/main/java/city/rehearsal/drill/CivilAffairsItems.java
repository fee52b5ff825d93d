package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What civil affairs is asked for. */
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
              (ending, dice) ->
                  ending == CaseOutcome.APPROVED ? Resident.senior(dice) : Resident.child(dice),
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

  private static Map<String, String> seniorCard(CaseOutcome ending, SeededRandom dice) {
    return Map.of(
        "cardAddress",
        dice.oneOf(List.of("南京东路300弄5号", "㛃里弄18号", "𠮷安路7号")),
        "bankCard",
        "62220210011122" + dice.digits(5));
  }

  private static ItemProfile household(String item, String theirs, int perHead) {
    return new ItemProfile(
        item,
        BACK_END,
        theirs,
        3,
        ALL_ENDINGS,
        People.ADULTS,
        (ending, dice) -> household(ending, dice, perHead, 0));
  }

  private static Map<String, String> household(
      CaseOutcome ending, SeededRandom dice, int perHead, int cost) {
    int heads = ending == CaseOutcome.NOT_ACCEPTED ? 0 : dice.between(1, 7);
    int income =
        ending == CaseOutcome.REJECTED
            ? heads * perHead + cost + dice.between(10, 5_000)
            : cost + heads * dice.between(0, perHead + 1);
    return Map.of(
        "familySize",
        String.valueOf(heads),
        "monthlyIncome",
        String.valueOf(income),
        "purpose",
        dice.oneOf(List.of("申请助学金", "申请廉租住房", "减免䶮塘镇水电费")));
  }

  private static Map<String, String> illness(CaseOutcome ending, SeededRandom dice) {
    boolean nothingSpent = ending == CaseOutcome.NOT_ACCEPTED;
    int cost = nothingSpent ? 0 : dice.between(1, 20_000);
    Map<String, String> form =
        new HashMap<>(
            household(nothingSpent ? CaseOutcome.APPROVED : ending, dice, LOW_INCOME, cost));
    form.put("medicalCost", String.valueOf(cost));
    form.put("illness", dice.oneOf(List.of("尿毒症(透析)", "恶性肿瘤")));
    return form;
  }
}
