package city.tongban.canonical;

import static city.tongban.canonical.Refused.refusedWithoutRepeating;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(strings = {"91110000802100433B", "9144030071526726XG", "914403001922038216"})
  void theCodesOfRealCompaniesFit(String code) {
    assertThat(new CreditCode(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91110000802100433",
        "91110000802100433BB",
        "91110000802100433b",
        "9I110000802100433B",
        "9O110000802100433B",
        "9S110000802100433B",
        "9V110000802100433B",
        "9Z110000802100433B",
        "９1110000802100433B"
      })
  void anotherShapeIsRefused(String code) {
    refusedWithoutRepeating("802100433", "HUB-1018", () -> new CreditCode(code));
  }

  @Test
  void oneWrongPlaceIsFoundByTheCheckCharacter() {
    String right = "91110000802100433B";
    for (int place = 0; place < 18; place++) {
      for (char c : ALPHABET.toCharArray()) {
        if (c != right.charAt(place)) {
          String wrong = right.substring(0, place) + c + right.substring(place + 1);
          refusedWithoutRepeating(wrong, "HUB-1018", () -> new CreditCode(wrong));
        }
      }
    }
  }
}
