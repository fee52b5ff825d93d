package city.rehearsal.simulator.medicalinsurance;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.simulator.core.ApplicationStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The insurer's own look at a permit: its kind and the letter of its number agree. */
class PermitTest {
  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({
    "04,H01234567,APPROVED",
    "05,M01234567,APPROVED",
    "04,M01234567,NOT_ACCEPTED",
    "05,H01234567,NOT_ACCEPTED",
    "08,E01234567,APPROVED"
  })
  void aPermitAndItsNumberAgree(String papers, String number, ApplicationStatus status) {
    InLine line =
        new InLine(
            "ZY01", "1/1", "1", "何婉仪", papers, number, "20180702084110", "成都市", "36", "", "");

    assertThat(Rules.on(line).status()).isEqualTo(status);
  }
}
