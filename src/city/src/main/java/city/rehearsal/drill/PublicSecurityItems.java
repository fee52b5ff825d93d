package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of public security that the drill applies for. */
final class PublicSecurityItems {
  static final List<ItemProfile> ALL =
      List.of(
          new ItemProfile(
              "GA9001",
              "public-security",
              "0101",
              5,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              PublicSecurityItems::loss),
          new ItemProfile(
              "GA9002",
              "public-security",
              "0201",
              6,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              PublicSecurityItems::issue),
          new ItemProfile(
              "GA9003",
              "public-security",
              "0301",
              4,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              PublicSecurityItems::registration),
          new ItemProfile(
              "GA9005",
              "public-security",
              "0202",
              3,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              People.ADULTS,
              PublicSecurityItems::endorsement));

  private PublicSecurityItems() {}

  private static Map<String, String> loss(CaseOutcome ending, SeededRandom random) {
    // not accepted: a future day
    String day = ending == CaseOutcome.NOT_ACCEPTED ? "2019-01-0" : "2018-05-0";
    return Map.of("cardNumber", card(ending, random), "lostOn", day + random.between(1, 10));
  }

  private static Map<String, String> endorsement(CaseOutcome ending, SeededRandom random) {
    return Map.of("cardNumber", card(ending, random));
  }

  private static Map<String, String> issue(CaseOutcome ending, SeededRandom random) {
    String since = ending == CaseOutcome.NOT_ACCEPTED ? "2018-05-0" : "2017-05-0";
    int months = ending == CaseOutcome.REJECTED ? random.between(0, 6) : random.between(6, 120);
    return Map.of(
        "address", "上海市䶮山路" + random.between(1, 2000) + "号",
        "registeredOn", since + random.between(1, 10),
        "insuredMonths", String.valueOf(months));
  }

  private static Map<String, String> registration(CaseOutcome ending, SeededRandom random) {
    String city = ending == CaseOutcome.REJECTED ? "江苏省昆山市" : "上海市";
    String day = ending == CaseOutcome.NOT_ACCEPTED ? "2019-01-0" : "2018-05-0";
    return Map.of(
        "address", city + "𠮷祥路" + random.between(1, 2000) + "号",
        "movedInOn", day + random.between(1, 10),
        "livingReason", random.oneOf(List.of("WORK", "STUDY", "FAMILY", "HOUSING")));
  }

  /** A valid card number, or one with a wrong check digit. */
  private static String card(CaseOutcome ending, SeededRandom random) {
    String digits = "3101" + random.digits(7);
    int sum = ending == CaseOutcome.REJECTED ? 1 : 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (i % 2 == 0 ? 1 : 3) * Character.digit(digits.charAt(i), 10);
    }
    return digits + (10 - sum % 10) % 10;
  }
}
