package city.rehearsal.drill;

import java.util.List;
import java.util.stream.Stream;

/** All items that the drill applies for. */
final class ItemProfiles {
  private static final List<ItemProfile> ALL =
      Stream.of(
              HousingItems.ALL,
              HumanResourcesItems.ALL,
              MedicalInsuranceItems.ALL,
              GrainItems.ALL,
              HealthItems.ALL,
              PublicSecurityItems.ALL,
              TradeUnionItems.ALL,
              DisabledFederationItems.ALL,
              EconomyInformatisationItems.ALL,
              CivilAffairsItems.ALL,
              ArchivesItems.ALL)
          .flatMap(List::stream)
          .toList();
  private static final int SHARES = ALL.stream().mapToInt(ItemProfile::share).sum();

  private ItemProfiles() {}

  static ItemProfile any(SeededRandom random) {
    int place = random.between(0, SHARES);
    for (ItemProfile service : ALL) {
      place -= service.share();
      if (place < 0) {
        return service;
      }
    }
    throw new IllegalStateException("unreachable: the shares add up to their sum");
  }

  static List<String> backEnds() {
    return ALL.stream().map(ItemProfile::backEnd).distinct().toList();
  }
}
