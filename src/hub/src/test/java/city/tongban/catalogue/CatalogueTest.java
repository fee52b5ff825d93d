package city.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final LocalDate MARCH_1 = LocalDate.of(2018, 3, 1);
  private static final LocalDate JULY_1 = LocalDate.of(2018, 7, 1);
  private final Catalogue catalogue = new Catalogue();

  @Test
  void theCatalogueGrowsAsTheCitysDid() {
    assertThat(catalogue.catalogue(MARCH_1.minusDays(1))).hasSize(2); // never city-wide
    assertThat(catalogue.catalogue(MARCH_1)).hasSize(163);
    assertThat(catalogue.catalogue(JULY_1))
        .hasSize(174)
        .isSortedAccordingTo(Comparator.comparing(Item::code));
    assertThat(catalogue.catalogue(MARCH_1))
        .filteredOn(item -> item.mode() == Item.Mode.SEPARATED)
        .hasSize(26);
  }

  @Test
  void twelveBackEndsOfElevenDepartmentsOwnTheItems() {
    List<Item> all = catalogue.catalogue(JULY_1);

    assertThat(all.stream().map(Item::backEnd).collect(Collectors.toSet())).hasSize(12);
    assertThat(all.stream().map(Item::department).collect(Collectors.toSet())).hasSize(11);
  }

  @Test
  void anItemSaysWhoseItIsAndHowLongItMayTake() {
    assertThat(catalogue.item("ZJ9001", JULY_1))
        .returns("住建", Item::department)
        .returns("housing", Item::backEnd)
        .returns(Item.Kind.APPLY, Item::kind)
        .returns(Item.Mode.DIRECT, Item::mode)
        .returns(20, Item::daysLimit);
    assertThat(catalogue.item("MZ9036", MARCH_1.minusYears(1)).mode())
        .isEqualTo(Item.Mode.HOME_ONLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ZZ0000", "zj9001", "ZJ9001 "})
  void anUnknownItemIsRefused(String code) {
    assertThat(refused("HUB-1012", () -> catalogue.item(code, JULY_1)).at()).isEqualTo("/item");
  }

  @Test
  void anItemBeforeItsFirstDayIsRefusedWithThatDay() {
    Problem problem = refused("HUB-1014", () -> catalogue.item("GA9002", JULY_1.minusDays(1)));

    assertThat(problem.why()).contains("2018-07-01");
    assertThat(catalogue.item("GA9002", JULY_1).code()).isEqualTo("GA9002");
  }

  @Test
  void anItemAfterItsLastDayIsRefusedWithThatDay() {
    Catalogue ended = new Catalogue("city/tongban/catalogue/ended/");

    assertThat(ended.item("ZZ9001", LocalDate.of(2018, 6, 30)).name()).contains("停办");
    assertThat(refused("HUB-1014", () -> ended.item("ZZ9001", JULY_1)).why())
        .contains("2018-06-30");
    assertThat(ended.catalogue(JULY_1)).isEmpty();
  }

  @Test
  void theRegistryHasTheCitysCentres() {
    assertThat(catalogue.centres()).hasSize(287);
    assertThat(catalogue.centres()).filteredOn(c -> c.kind() == Centre.Kind.SUB).hasSize(67);
    assertThat(catalogue.centre("31010702202", "/collectingCentre"))
        .returns("31010702201", Centre::parent)
        .returns("310107022", Centre::street)
        .returns(Centre.WeekendAfternoon.OPEN, Centre::weekendAfternoon);
    assertThat(catalogue.districtOf("31010702202")).isEqualTo("310107");
  }

  @Test
  void anUnknownCentreOrStreetIsRefused() {
    assertThat(refused("HUB-1013", () -> catalogue.centre("31010100299", "/x")).at())
        .isEqualTo("/x");
    refused("HUB-1013", () -> catalogue.homeCentreOf("310101999"));
  }

  @ParameterizedTest
  @CsvSource({
    "310101002, 31010100201", // its own
    "310107022, 31010702201", // has a sub-centre as well
    "310104501, 31010401701", // an industrial zone, served by a neighbour
    "310115401, 31011514501"
  })
  void homeIsTheMainCentreThatServesTheStreet(String street, String centre) {
    assertThat(catalogue.homeCentreOf(street)).isEqualTo(centre);
  }

  @Test
  void everyCentresOwnStreetHasAMainCentreForItsHome() {
    for (Centre centre : catalogue.centres()) {
      String home = catalogue.homeCentreOf(centre.street());

      assertThat(catalogue.centre(home, "/").kind()).isEqualTo(Centre.Kind.MAIN);
      if (centre.parent() != null) {
        assertThat(catalogue.centre(centre.parent(), "/").kind()).isEqualTo(Centre.Kind.MAIN);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backEnds")
  void everyItemThatAConnectorOffersSaysWhatToBring(String backEnd) {
    for (Service service : ShippedConnectors.shipped(backEnd).services()) {
      assertThat(catalogue.item(service.item(), JULY_1).materials())
          .as(service.item())
          .isNotEmpty();
    }
  }

  static List<String> backEnds() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("connectors"))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void anItemMaySayWhichFundPays() {
    assertThat(catalogue.item("ZJ9001", JULY_1).materials().get(0))
        .isEqualTo(new NeededMaterial("M1", "租赁合同"));
    assertThat(catalogue.item("RS9012", JULY_1).fund()).isEqualTo("unemployment-insurance");
    assertThat(catalogue.item("GA9001", JULY_1).fund()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"租赁合同", "M1:租赁合同;M1:身份证件", "M1:", "X1:租赁合同", "M1:租赁合同;"})
  void aMaterialWithoutCodeOrTitleOrTwiceIsRefused(String cell) {
    assertThatThrownBy(() -> NeededMaterial.all(cell)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "bad-column, items.csv",
    "bad-kind, WISH",
    "served-by-a-sub, 31010100202",
    "not-there, items.csv"
  })
  void badReferenceDataStopsTheStart(String folder, String named) {
    assertThatThrownBy(() -> new Catalogue("city/tongban/catalogue/" + folder + "/"))
        .isInstanceOf(RuntimeException.class)
        .hasMessageContaining(named);
  }

  private static Problem refused(String code, ThrowingCallable act) {
    Refusal refusal = catchThrowableOfType(Refusal.class, act);
    assertThat(refusal).isNotNull();
    assertThat(refusal.problem().code()).isEqualTo(code);
    return refusal.problem();
  }
}
