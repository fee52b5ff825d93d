package city.rehearsal.simulator.department.medicalinsurance;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.simulator.core.ApplicationStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The insurer checks that the type of a permit and the letter of its number agree. */
class PermitTest {
  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({
    "04,H01234567,APPROVED",
    "05,M01234567,APPROVED",
    "04,M01234567,NOT_ACCEPTED",
    "05,H01234567,NOT_ACCEPTED",
    "08,E01234567,APPROVED"
  })
  void aPermitAndItsNumberMustAgree(String papers, String number, ApplicationStatus status) {
    SubmissionLine line =
        new SubmissionLine(
            "ZY01", "1/1", "1", "何婉仪", papers, number, "20180702084110", "成都市", "36", "", "");

    assertThat(Rules.decide(line).status()).isEqualTo(status);
  }
}
