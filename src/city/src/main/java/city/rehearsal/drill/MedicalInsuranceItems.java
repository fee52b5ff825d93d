package city.rehearsal.drill;

import city.rehearsal.drill.Service.People;
import java.util.List;
import java.util.Map;

/** What medical insurance is asked for. */
final class MedicalInsuranceItems {
  static final List<Service> ALL =
      List.of(
          new Service(
              "RS9003",
              "medical-insurance",
              "YD01",
              8,
              List.of(Ending.APPROVED, Ending.REJECTED, Ending.NOT_ACCEPTED),
              People.ADULTS,
              MedicalInsuranceItems::remoteTreatment),
          new Service(
              "RS9006",
              "medical-insurance",
              "CB01",
              4,
              List.of(Ending.APPROVED, Ending.REJECTED),
              People.ADULTS,
              MedicalInsuranceItems::enrolment),
          new Service(
              "RS9007",
              "medical-insurance",
              "JS01",
              4,
              List.of(Ending.APPROVED, Ending.REJECTED),
              People.ADULTS,
              MedicalInsuranceItems::treatmentCosts),
          new Service(
              "RS9022",
              "medical-insurance",
              "ZY01",
              4,
              List.of(Ending.APPROVED, Ending.REJECTED),
              People.ADULTS,
              MedicalInsuranceItems::insuranceTransfer));

  private MedicalInsuranceItems() {}

  private static Map<String, String> remoteTreatment(Ending ending, Dice dice) {
    // nobody registers for the past, nor for where he is insured
    String from = ending == Ending.NOT_ACCEPTED ? "2018-05-0" : "2018-12-0";
    String place = ending == Ending.REJECTED ? "上海市青浦区" : "䶮山县𠮷祥镇";
    return Map.of("treatmentPlace", place, "treatmentFrom", from + dice.between(1, 10));
  }

  private static Map<String, String> enrolment(Ending ending, Dice dice) {
    String category = ending == Ending.REJECTED ? "职工" : dice.oneOf(List.of("学生儿童", "城乡居民"));
    return Map.of("category", category, "yearlyIncome", dice.between(0, 90_000) + ".50");
  }

  private static Map<String, String> treatmentCosts(Ending ending, Dice dice) {
    int amount =
        ending == Ending.REJECTED ? dice.between(100_001, 900_000) : dice.between(1, 100_001);
    return Map.of("hospital", "第" + dice.between(1, 40) + "人民医院", "amount", String.valueOf(amount));
  }

  private static Map<String, String> insuranceTransfer(Ending ending, Dice dice) {
    int months = ending == Ending.REJECTED ? dice.between(0, 12) : dice.between(12, 360);
    return Map.of("fromCity", dice.oneOf(List.of("成都市", "西安市")), "months", String.valueOf(months));
  }
}
