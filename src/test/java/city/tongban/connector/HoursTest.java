package city.tongban.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
  private static final Hours DAY = new Hours(LocalTime.of(7, 0), LocalTime.of(21, 0));
  private static final Hours NIGHT = new Hours(LocalTime.of(22, 0), LocalTime.of(2, 0));

  @ParameterizedTest
  @CsvSource({
    "06:59:59,false,07:00:00",
    "07:00:00,true,07:00:00",
    "20:59:59,true,20:59:59",
    "00:00:00,false,07:00:00"
  })
  void byDay(String now, boolean open, String next) {
    assertThat(DAY.open(at("02", now))).isEqualTo(open);
    assertThat(DAY.nextOpening(at("02", now))).isEqualTo(at("02", next));
  }

  @Test
  void afterClosingTheNextOpeningIsTomorrow() {
    assertThat(DAY.open(at("02", "21:00:00"))).isFalse();
    assertThat(DAY.nextOpening(at("02", "21:00:00"))).isEqualTo(at("03", "07:00:00"));
    assertThat(DAY.nextOpening(at("02", "23:59:59"))).isEqualTo(at("03", "07:00:00"));
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
    assertThat(NIGHT.open(at("02", now))).isEqualTo(open);
    assertThat(NIGHT.nextOpening(at("02", now)))
        .isEqualTo(open ? at("02", now) : at("02", "22:00:00"));
  }

  @Test
  void alwaysIsAlways() {
    assertThat(Hours.ALWAYS.open(at("02", "03:00:00"))).isTrue();
    assertThat(Hours.ALWAYS.nextOpening(at("02", "03:00:00"))).isEqualTo(at("02", "03:00:00"));
  }

  @Test
  void hoursOfNoLengthAreNoHours() {
    assertThatThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant at(String day, String time) {
    return OffsetDateTime.parse("2018-07-" + day + "T" + time + "+08:00").toInstant();
  }
}
