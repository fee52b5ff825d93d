package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** What housing is asked for. */
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

  private static Map<String, String> lease(CaseOutcome ending, SeededRandom dice) {
    // longer than twenty years is no lease; above 50000 a month nobody files it
    String until = ending == CaseOutcome.NOT_ACCEPTED ? "2039-07-31" : "2019-07-31";
    int rent =
        ending == CaseOutcome.REJECTED ? dice.between(50_001, 90_000) : dice.between(800, 50_001);
    return Map.of(
        "address",
        "延安西路" + dice.between(1, 2000) + "弄" + dice.between(1, 90) + "号",
        "monthlyRent",
        String.valueOf(rent),
        "leaseFrom",
        "2018-08-01",
        "leaseTo",
        until,
        "landlordName",
        "李建国");
  }

  private static Map<String, String> housingSecurity(CaseOutcome ending, SeededRandom dice) {
    int household = ending == CaseOutcome.NOT_ACCEPTED ? 0 : dice.between(1, 6);
    // up to 15 square metres a head is short of room
    int area =
        ending == CaseOutcome.REJECTED ? household * 15 + dice.between(1, 60) : household * 15;
    return Map.of(
        "householdSize", String.valueOf(household),
        "yearlyIncome", String.valueOf(dice.between(0, 90_000)),
        "floorArea", String.valueOf(Math.max(area, 10)));
  }
}
