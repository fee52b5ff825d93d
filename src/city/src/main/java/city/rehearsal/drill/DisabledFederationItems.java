package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** What the disabled persons' federation is asked for. */
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

  private static Map<String, String> transport(CaseOutcome ending, SeededRandom dice) {
    // the mildest degree gets nothing, and there are seven kinds
    int degree = ending == CaseOutcome.REJECTED ? 4 : dice.between(1, 4);
    int kind = ending == CaseOutcome.NOT_ACCEPTED ? 9 : dice.between(1, 8);
    return Map.of(
        "disabilityCard", card(kind, degree, dice), "bankCard", "622202" + dice.digits(13));
  }

  private static Map<String, String> living(CaseOutcome ending, SeededRandom dice) {
    int household = dice.between(1, 6);
    int income =
        ending == CaseOutcome.REJECTED ? dice.between(2_141, 9_000) : dice.between(0, 2_141);
    return Map.of(
        "disabilityCard", card(dice.between(1, 8), dice.between(1, 5), dice),
        "householdSize", String.valueOf(household),
        "monthlyIncome", household * income + ".00");
  }

  private static Map<String, String> care(CaseOutcome ending, SeededRandom dice) {
    int degree = ending == CaseOutcome.REJECTED ? dice.between(3, 5) : dice.between(1, 3);
    return Map.of(
        "disabilityCard",
        card(dice.between(1, 8), degree, dice),
        "care",
        dice.oneOf(List.of("居家护理", "机构护理", "𠮷祥街道日间照料")));
  }

  private static Map<String, String> tariff(CaseOutcome ending, SeededRandom dice) {
    int kind = ending == CaseOutcome.NOT_ACCEPTED ? dice.between(4, 8) : dice.between(2, 4);
    return Map.of(
        "disabilityCard", card(kind, dice.between(1, 5), dice), "mobile", "13" + dice.digits(9));
  }

  private static String card(int kind, int degree, SeededRandom dice) {
    return dice.digits(17) + "X" + kind + degree;
  }
}
