package city.tongban.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.clock.WorkingDayCalendar;
import city.tongban.connector.Hours.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
  private static final Hours DAY = new Hours(LocalTime.of(7, 0), LocalTime.of(21, 0));

  /** Knows 2018, with one Saturday that is worked for a holiday. */
  private static final WorkingDayCalendar CALENDAR =
      new WorkingDayCalendar() {
        @Override
        public boolean knows(LocalDate day) {
          return day.getYear() == 2018;
        }

        @Override
        public boolean workingDay(LocalDate day) {
          if (!knows(day)) {
            throw new AssertionError("nobody may ask about " + day);
          }
          return day.equals(LocalDate.of(2018, 12, 29)) || day.getDayOfWeek().getValue() < 6;
        }
      };

  private static final Hours NIGHT = new Hours(LocalTime.of(22, 0), LocalTime.of(2, 0));

  @ParameterizedTest
  @CsvSource({
    "06:59:59,false,07:00:00",
    "07:00:00,true,07:00:00",
    "20:59:59,true,20:59:59",
    "00:00:00,false,07:00:00"
  })
  void byDay(String now, boolean open, String next) {
    assertThat(DAY.open(at("02", now), CALENDAR)).isEqualTo(open);
    assertThat(DAY.nextOpening(at("02", now), CALENDAR)).contains(at("02", next));
  }

  @Test
  void afterClosingTheNextOpeningIsTomorrow() {
    assertThat(DAY.open(at("02", "21:00:00"), CALENDAR)).isFalse();
    assertThat(DAY.nextOpening(at("02", "21:00:00"), CALENDAR)).contains(at("03", "07:00:00"));
    assertThat(DAY.nextOpening(at("02", "23:59:59"), CALENDAR)).contains(at("03", "07:00:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "21:59:59,false",
    "22:00:00,true",
    "00:30:00,true",
    "01:59:59,true",
    "02:00:00,false"
  })
  void overMidnight(String now, boolean open) {
    assertThat(NIGHT.open(at("02", now), CALENDAR)).isEqualTo(open);
    assertThat(NIGHT.nextOpening(at("02", now), CALENDAR))
        .contains(open ? at("02", now) : at("02", "22:00:00"));
  }

  @Test
  void alwaysIsAlways() {
    assertThat(Hours.ALWAYS.open(at("02", "03:00:00"), CALENDAR)).isTrue();
    assertThat(Hours.ALWAYS.nextOpening(at("02", "03:00:00"), CALENDAR))
        .contains(at("02", "03:00:00"));
  }

  @ParameterizedTest(name = "{0} is open: {1}; next {2}")
  @CsvSource({
    "2018-07-02T08:30:00,true,2018-07-02T08:30:00",
    "2018-07-06T21:00:00,false,2018-07-09T07:00:00", // a Friday evening
    "2018-07-07T12:00:00,false,2018-07-09T07:00:00",
    "2018-12-29T12:00:00,true,2018-12-29T12:00:00", // a Saturday that is worked
    "2018-12-29T21:00:00,false,2018-12-31T07:00:00",
    "2018-12-31T21:00:00,false,", // after it come days of which nobody knows
    "2019-01-01T12:00:00,false,",
    "2019-01-02T12:00:00,false,"
  })
  void onWorkingDaysOnly(LocalDateTime now, boolean open, LocalDateTime next) {
    Hours office = new Hours(LocalTime.of(7, 0), LocalTime.of(21, 0), Days.WORKING);

    assertThat(office.open(inCity(now), CALENDAR)).isEqualTo(open);
    assertThat(office.nextOpening(inCity(now), CALENDAR))
        .isEqualTo(Optional.ofNullable(next).map(HoursTest::inCity));
    assertThat(office.unknown(inCity(now), CALENDAR)).isEqualTo(now.getYear() == 2019);
    assertThat(DAY.unknown(inCity(now), CALENDAR)).isFalse();
  }

  @ParameterizedTest(name = "{0} is open: {1}")
  @CsvSource({
    "2018-07-06T23:00:00,true",
    "2018-07-07T01:59:59,true", // Saturday by the calendar, Friday's night
    "2018-07-07T23:00:00,false",
    "2018-07-09T01:00:00,false" // Monday by the calendar, Sunday's night
  })
  void aNightBelongsToTheDayOnWhichItBegan(LocalDateTime now, boolean open) {
    Hours nights = new Hours(LocalTime.of(22, 0), LocalTime.of(2, 0), Days.WORKING);

    assertThat(nights.open(inCity(now), CALENDAR)).isEqualTo(open);
  }

  @Test
  void hoursOfNoLengthAreNoHours() {
    assertThatThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant inCity(LocalDateTime time) {
    return time.toInstant(ZoneOffset.ofHours(8));
  }

  private static Instant at(String day, String time) {
    return OffsetDateTime.parse("2018-07-" + day + "T" + time + "+08:00").toInstant();
  }
}
