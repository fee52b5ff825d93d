package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of housing that the drill applies for. */
final class HousingItems {
  static final List<ItemProfile> ALL =
      List.of(
          new ItemProfile(
              "ZJ9001",
              "housing",
              "ZF01",
              30,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              HousingItems::lease),
          new ItemProfile(
              "ZJ9007",
              "housing",
              "BZ01",
              15,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              HousingItems::housingSecurity));

  private HousingItems() {}

  private static Map<String, String> lease(CaseOutcome ending, SeededRandom random) {
    // not accepted: longer than twenty years; rejected: above 50000 a month
    String until = ending == CaseOutcome.NOT_ACCEPTED ? "2039-07-31" : "2019-07-31";
    int rent =
        ending == CaseOutcome.REJECTED
            ? random.between(50_001, 90_000)
            : random.between(800, 50_001);
    return Map.of(
        "address",
        "延安西路" + random.between(1, 2000) + "弄" + random.between(1, 90) + "号",
        "monthlyRent",
        String.valueOf(rent),
        "leaseFrom",
        "2018-08-01",
        "leaseTo",
        until,
        "landlordName",
        "李建国");
  }

  private static Map<String, String> housingSecurity(CaseOutcome ending, SeededRandom random) {
    int household = ending == CaseOutcome.NOT_ACCEPTED ? 0 : random.between(1, 6);
    // approved: up to 15 square metres per person
    int area =
        ending == CaseOutcome.REJECTED ? household * 15 + random.between(1, 60) : household * 15;
    return Map.of(
        "householdSize", String.valueOf(household),
        "yearlyIncome", String.valueOf(random.between(0, 90_000)),
        "floorArea", String.valueOf(Math.max(area, 10)));
  }
}
