package city.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Fault;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private final Calendar calendar = new Calendar();

  @ParameterizedTest
  @CsvSource({
    "2018-07-02, true", // a Monday
    "2018-07-07, false", // a Saturday
    "2018-07-08, false",
    "2018-06-18, false", // Dragon Boat Festival, a Monday
    "2018-02-11, true", // a Sunday, worked for Spring Festival
    "2018-02-19, false", // a Monday given in lieu
    "2018-12-31, false",
    "2018-12-29, true"
  })
  void holidaysAndMakeUpDaysGoBeforeTheWeek(LocalDate day, boolean worked) {
    assertThat(calendar.workingDay(day)).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-07-02, 20, 2018-07-30",
    "2018-07-02, 1, 2018-07-03",
    "2018-07-02, 0, 2018-07-02",
    "2018-07-06, 1, 2018-07-09", // over a weekend
    "2018-07-07, 1, 2018-07-09", // from a Saturday
    "2018-02-10, 1, 2018-02-11", // the make-up Sunday counts
    "2018-02-14, 1, 2018-02-22", // over Spring Festival
    "2018-09-28, 2, 2018-09-30", // Saturday and Sunday worked before National Day
    "2018-09-30, 1, 2018-10-08",
    "2018-12-28, 2, 2019-01-02" // over New Year: 29 December is worked, 31 and 1 are not
  })
  void aDeadlineCountsTheDaysAfterTheFirst(LocalDate from, int days, LocalDate deadline) {
    assertThat(calendar.plusWorkingDays(from, days)).hasValue(deadline);
  }

  @Test
  void whatRunsIntoAYearThatIsNotLoadedHasNoDateYet() {
    assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 12, 1), 5)).isPresent();
    assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 12, 31), 1)).isEmpty();
    assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 12, 15), 20)).isEmpty();
    assertThat(calendar.plusWorkingDays(LocalDate.of(2027, 1, 4), 0)).isEmpty();
    assertThat(calendar.plusWorkingDays(LocalDate.of(2017, 12, 1), 5)).isEmpty();
    assertThat(calendar.plusWorkingDays(LocalDate.of(9999, 12, 31), 5)).isEmpty();
  }

  @Test
  void aDayOfAnUnknownYearIsNeitherWorkedNorFree() {
    assertThat(calendar.knows(LocalDate.of(2026, 7, 1))).isTrue();
    assertThat(calendar.knows(LocalDate.of(2027, 7, 1))).isFalse();
    assertThatThrownBy(() -> calendar.workingDay(LocalDate.of(2027, 7, 1)))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.problem().code()).isEqualTo("HUB-3012"));
  }
}
