package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static city.tongban.canonical.Refused.refusedWithoutRepeating;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "13812345678",
        "19912345678",
        "02162345678",
        "01062345678",
        "057188123456",
        "05718812345",
        "+85291234567",
        "+8613812345678"
      })
  void aNumberStaysAsItIsLeadingZerosAndAll(String number) {
    assertThat(Phone.of(number).value()).hasToString(number);
    assertThat(Phone.of(number).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "138 1234 5678, 13812345678",
    "138-1234-5678, 13812345678",
    "021-62345678, 02162345678",
    "021 6234 5678, 02162345678",
    "+852 9123-4567, +85291234567"
  })
  void spacesAndHyphensAreTakenOutAndRecorded(String raw, String number) {
    assertThat(Phone.of(raw).value()).hasToString(number);
    assertThat(Phone.of(raw).notes()).containsExactly("without spaces and hyphens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12812345678",
        "1381234567",
        "138123456789",
        "62345678",
        "0216234567",
        "0216234567890",
        "+0123456789",
        "13812345678x",
        "１３８１２３４５６７８",
        "8613812345678",
        "021/62345678"
      })
  void whatIsNoNumberIsRefused(String raw) {
    refused("HUB-1017", () -> Phone.of(raw));
  }

  @Test
  void anExtensionIsNotMadePartOfTheNumber() {
    refusedWithoutRepeating("8811223", "HUB-1017", () -> Phone.of("0571-8811223-8"));
  }

  @Test
  void theConstructorTakesTheNormalFormOnly() {
    refused("HUB-1017", () -> new Phone("021-62345678"));
  }
}
