package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static city.tongban.canonical.Refused.refusedWithoutRepeating;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdTest {
  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, 1949-12-31", // the example of GB 11643-1999
    "440524188001010014, 1880-01-01", // its second example
    "110105491231002, 1949-12-31", // 15 places: no check character, the century is 19
    "310101200002290015, 2000-02-29"
  })
  void aNumberTellsItsBirthday(String number, LocalDate birthday) {
    assertThat(new CitizenId(number).bornOn()).isEqualTo(birthday);
  }

  @Test
  void aDivisionThatNoLongerExistsIsNoFault() {
    assertThat(new CitizenId("999999194912310025").value()).startsWith("999999");
    assertThat(new CitizenId("000000491231002").value()).startsWith("000000");
  }

  @Test
  void aSmallXBecomesACapitalAndIsRecorded() {
    Normalised<CitizenId> id = CitizenId.of("11010519491231002x");

    assertThat(id.value().value()).isEqualTo("11010519491231002X");
    assertThat(id.notes()).containsExactly("X for x");
    assertThat(CitizenId.of("11010519491231002X").notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1101051949123100",
        "11010519491231002",
        "11010519491231002XX",
        "1101051949123100X2",
        "11010519491231002Y",
        "X1010519491231002X",
        " 11010519491231002X",
        "１１０１０５１９４９１２３１００２X",
        "١١٠١٠٥١٩٤٩١٢٣١٠٠٢٣",
        "11010549123100X",
        "110105294912310023"
      })
  void anotherShapeIsRefused(String number) {
    refused("HUB-1006", () -> new CitizenId(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "310101201802290017",
        "310101201813010015",
        "110105491331002",
        "110105490231002",
        "110105490000002"
      })
  void aBirthdayThatNeverWasIsRefused(String number) {
    Problem problem = refused("HUB-1006", () -> new CitizenId(number));

    assertThat(problem.why()).contains("birthday");
  }

  @Test
  void oneWrongDigitAnywhereIsFoundByTheCheckCharacter() {
    String right = "31010419880512733" + checkOf("31010419880512733");
    new CitizenId(right);

    for (int place = 0; place < 17; place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != right.charAt(place)) {
          String wrong = right.substring(0, place) + digit + right.substring(place + 1);
          refusedWithoutRepeating(wrong, "HUB-1006", () -> new CitizenId(wrong));
        }
      }
    }
  }

  /** The rule of ISO 7064 MOD 11-2 in its other, recursive form. */
  private static String checkOf(String digits) {
    int p = 0;
    for (char digit : digits.toCharArray()) {
      p = (p + digit - '0') * 2 % 11;
    }
    int check = (12 - p) % 11;
    return check == 10 ? "X" : String.valueOf(check);
  }
}
