package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of medical insurance that the drill applies for. */
final class MedicalInsuranceItems {
  static final List<ItemProfile> ALL =
      List.of(
          new ItemProfile(
              "RS9003",
              "medical-insurance",
              "YD01",
              8,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              MedicalInsuranceItems::remoteTreatment),
          new ItemProfile(
              "RS9006",
              "medical-insurance",
              "CB01",
              4,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              People.ADULTS,
              MedicalInsuranceItems::enrolment),
          new ItemProfile(
              "RS9007",
              "medical-insurance",
              "JS01",
              4,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              People.ADULTS,
              MedicalInsuranceItems::treatmentCosts),
          new ItemProfile(
              "RS9022",
              "medical-insurance",
              "ZY01",
              4,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              People.ADULTS,
              MedicalInsuranceItems::insuranceTransfer));

  private MedicalInsuranceItems() {}

  private static Map<String, String> remoteTreatment(CaseOutcome ending, SeededRandom random) {
    // not accepted: a past day; rejected: the place of insurance
    String from = ending == CaseOutcome.NOT_ACCEPTED ? "2018-05-0" : "2018-12-0";
    String place = ending == CaseOutcome.REJECTED ? "上海市青浦区" : "䶮山县𠮷祥镇";
    return Map.of("treatmentPlace", place, "treatmentFrom", from + random.between(1, 10));
  }

  private static Map<String, String> enrolment(CaseOutcome ending, SeededRandom random) {
    String category = ending == CaseOutcome.REJECTED ? "职工" : random.oneOf(List.of("学生儿童", "城乡居民"));
    return Map.of("category", category, "yearlyIncome", random.between(0, 90_000) + ".50");
  }

  private static Map<String, String> treatmentCosts(CaseOutcome ending, SeededRandom random) {
    int amount =
        ending == CaseOutcome.REJECTED
            ? random.between(100_001, 900_000)
            : random.between(1, 100_001);
    return Map.of(
        "hospital", "第" + random.between(1, 40) + "人民医院", "amount", String.valueOf(amount));
  }

  private static Map<String, String> insuranceTransfer(CaseOutcome ending, SeededRandom random) {
    int months = ending == CaseOutcome.REJECTED ? random.between(0, 12) : random.between(12, 360);
    return Map.of(
        "fromCity", random.oneOf(List.of("成都市", "西安市")), "months", String.valueOf(months));
  }
}
