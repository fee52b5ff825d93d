package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of the disabled persons' federation that the drill applies for. */
final class DisabledFederationItems {
  static final List<ItemProfile> ALL =
      List.of(
          new ItemProfile(
              "CL9001",
              "disabled-federation",
              "JTBT",
              4,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              DisabledFederationItems::transport),
          new ItemProfile(
              "CL9002",
              "disabled-federation",
              "SHBT",
              3,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              People.ADULTS,
              DisabledFederationItems::living),
          new ItemProfile(
              "CL9003",
              "disabled-federation",
              "HLBT",
              3,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              People.ADULTS,
              DisabledFederationItems::care),
          new ItemProfile(
              "CL9004",
              "disabled-federation",
              "XXTC",
              3,
              List.of(CaseOutcome.APPROVED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              DisabledFederationItems::tariff));

  private DisabledFederationItems() {}

  private static Map<String, String> transport(CaseOutcome ending, SeededRandom random) {
    // the mildest degree gets nothing, and there are seven kinds
    int degree = ending == CaseOutcome.REJECTED ? 4 : random.between(1, 4);
    int kind = ending == CaseOutcome.NOT_ACCEPTED ? 9 : random.between(1, 8);
    return Map.of(
        "disabilityCard", card(kind, degree, random), "bankCard", "622202" + random.digits(13));
  }

  private static Map<String, String> living(CaseOutcome ending, SeededRandom random) {
    int household = random.between(1, 6);
    int income =
        ending == CaseOutcome.REJECTED ? random.between(2_141, 9_000) : random.between(0, 2_141);
    return Map.of(
        "disabilityCard", card(random.between(1, 8), random.between(1, 5), random),
        "householdSize", String.valueOf(household),
        "monthlyIncome", household * income + ".00");
  }

  private static Map<String, String> care(CaseOutcome ending, SeededRandom random) {
    int degree = ending == CaseOutcome.REJECTED ? random.between(3, 5) : random.between(1, 3);
    return Map.of(
        "disabilityCard",
        card(random.between(1, 8), degree, random),
        "care",
        random.oneOf(List.of("居家护理", "机构护理", "𠮷祥街道日间照料")));
  }

  private static Map<String, String> tariff(CaseOutcome ending, SeededRandom random) {
    int kind = ending == CaseOutcome.NOT_ACCEPTED ? random.between(4, 8) : random.between(2, 4);
    return Map.of(
        "disabilityCard",
        card(kind, random.between(1, 5), random),
        "mobile",
        "13" + random.digits(9));
  }

  private static String card(int kind, int degree, SeededRandom random) {
    return random.digits(17) + "X" + kind + degree;
  }
}
