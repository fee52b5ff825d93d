package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of human resources that the drill applies for. */
final class HumanResourcesItems {
  static final List<ItemProfile> ALL =
      List.of(
          new ItemProfile(
              "RS9010",
              "human-resources",
              "RS0110",
              15,
              List.of(CaseOutcome.APPROVED, CaseOutcome.NOT_ACCEPTED),
              HumanResourcesItems::ofAge,
              HumanResourcesItems::unemployment),
          new ItemProfile(
              "RS9012",
              "human-resources",
              "RS0112",
              10,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              People.ADULTS,
              HumanResourcesItems::benefit),
          new ItemProfile(
              "RS9013",
              "human-resources",
              "RS0113",
              10,
              List.of(CaseOutcome.APPROVED),
              People.ADULTS,
              HumanResourcesItems::flexibleWork));

  private HumanResourcesItems() {}

  private static Map<String, String> unemployment(CaseOutcome ending, SeededRandom random) {
    return Map.of(
        "lastEmployer", "上海第" + random.between(1, 40) + "纺织厂",
        "leftOn", "2018-0" + random.between(1, 7) + "-1" + random.between(0, 10));
  }

  private static Map<String, String> benefit(CaseOutcome ending, SeededRandom random) {
    int months = ending == CaseOutcome.REJECTED ? random.between(0, 12) : random.between(12, 360);
    return Map.of(
        "contributionMonths", String.valueOf(months), "bankCard", "622202" + random.digits(13));
  }

  private static Map<String, String> flexibleWork(CaseOutcome ending, SeededRandom random) {
    return Map.of("occupation", random.oneOf(List.of("翻译", "保姆", "网约车司机", "修鞋")));
  }

  private static Resident ofAge(CaseOutcome ending, SeededRandom random) {
    return ending == CaseOutcome.NOT_ACCEPTED ? Resident.child(random) : Resident.adult(random);
  }
}
