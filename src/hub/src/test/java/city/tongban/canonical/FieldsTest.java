package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Form fields, materials, places, delivery ids: the small words. */
class FieldsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Rent",
        "monthly_rent",
        "1st",
        "房租",
        "a/b",
        "a ",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop"
      })
  void aFieldIsCalledLikeMonthlyRent(String name) {
    refused("HUB-1005", () -> new FormField(name, "5200"));
  }

  @Test
  void aValueMayBeEmptyOrRunOverLines() {
    assertThat(new FormField("note", "").value()).isEmpty();
    assertThat(new FormField("note", "第一行\n\t第二行 🏠").value()).contains("\n\t");
  }

  @Test
  void twoThousandCharactersAreCountedAsCharacters() {
    assertThat(new FormField("note", "𠮷".repeat(2000)).value()).hasSize(4000);
    refused("HUB-1005", () -> new FormField("note", "字".repeat(2001)));
  }

  @ParameterizedTest
  @ValueSource(chars = {'\0', '\r', 0x1B, 0x7F, 0x85, 0xFFFD, 0xFFFE, 0xFFFF, 0xD800, 0xDC00})
  void whatXmlCannotCarryOrWasLostOnTheWayIsRefusedByItsNumber(char c) {
    Problem problem = refused("HUB-1005", () -> new FormField("note", "房" + c + "租"));

    assertThat(problem.what()).contains("U+%04X".formatted((int) c)).contains("note");
    assertThat(problem.toString()).doesNotContain("房");
  }

  @Test
  void aMaterialHasACodeATitleAndOneOfSixSources() {
    assertThat(new Material("M1", "租赁合同", "3", 12).pages()).isEqualTo(12);
    refused("HUB-1005", () -> new Material("M1", "租赁合同", "6", null));
    refused("HUB-1005", () -> new Material("M1", "租赁合同", "", null));
    refused("HUB-1005", () -> new Material("M1", " ", "3", null));
    refused("HUB-1005", () -> new Material("M\n1", "租赁合同", "3", null));
    refused("HUB-1005", () -> new Material("M1", "租赁合同", "3", -1));
  }

  @Test
  void placesAreCentres() {
    assertThat(new Places("31010100201", "31010702201").homeCentre()).isEqualTo("31010702201");
    refused("HUB-1005", () -> new Places("310101002", "31010702201"));
    refused("HUB-1005", () -> new Places("31010100201", ""));
  }

  @Test
  void aDeliveryIdIsACaseNumberAndASequence() {
    DeliveryId id = DeliveryId.parse("310104-20180702-000482/12");

    assertThat(id.sequence()).isEqualTo(12);
    assertThat(id).hasToString("310104-20180702-000482/12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "310104-20180702-000482",
        "310104-20180702-000482/",
        "310104-20180702-000482/0",
        "310104-20180702-000482/+1",
        "310104-20180702-000482/01",
        "310104-20180702-000482/99999999999",
        "/1",
        "310104-20180702-000482/1 "
      })
  void anotherDeliveryIdIsRefused(String text) {
    refused("HUB-4001", () -> DeliveryId.parse(text));
  }

  @Test
  void aDeliveryIdOfSomethingElseIsRefusedAsACaseNumber() {
    refused("HUB-1001", () -> DeliveryId.parse("receipt/1"));
    refused("HUB-4001", () -> new DeliveryId(new CaseNumber("310104-20180702-000482"), 0));
  }
}
