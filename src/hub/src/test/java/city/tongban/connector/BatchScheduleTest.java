package city.tongban.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.bundle.ShippedConnectors;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchScheduleTest {
  private final BatchSchedule twiceADay =
      new BatchSchedule(
          List.of(LocalTime.of(20, 0), LocalTime.NOON),
          2,
          LocalTime.of(8, 0),
          "YB{day}{number}.txt");

  @Test
  void aBatchClosesAtTheNextHourOfTheDayOrAtTheFirstOfTheNext() {
    assertThat(twiceADay.nextClosing(at("2018-07-02T08:30"))).isEqualTo(at("2018-07-02T12:00"));
    assertThat(twiceADay.nextClosing(at("2018-07-02T12:00"))).isEqualTo(at("2018-07-02T20:00"));
    assertThat(twiceADay.nextClosing(at("2018-07-02T23:59"))).isEqualTo(at("2018-07-03T12:00"));
  }

  @Test
  void resultsComeOnTheMorningAfterInTheCitysTime() {
    assertThat(twiceADay.resultsOf(at("2018-12-31T20:00"))).isEqualTo(at("2019-01-01T08:00"));
  }

  @Test
  void aFileIsNamedByTheCitysDayAndItsNumber() {
    Instant afterMidnightHere = Instant.parse("2018-07-01T16:30:00Z");

    assertThat(twiceADay.fileName(42, afterMidnightHere)).isEqualTo("YB20180702000042.txt");
  }

  @Test
  void aNameThatWouldComeTwiceOrLeaveTheFolderIsNoName() {
    for (String name : List.of("YB{day}.txt", "../{number}")) {
      assertThatThrownBy(() -> new BatchSchedule(twiceADay.at(), 2, twiceADay.results(), name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theShippedConnectorTakesFilesAtNoonAndInTheEvening() {
    Connector insurer = ShippedConnectors.with("medical-insurance", Map.of());

    assertThat(insurer.batch().at()).containsExactly(LocalTime.NOON, LocalTime.of(20, 0));
    assertThat(insurer.doubt()).isEqualTo(Doubt.SAME_ID);
  }

  private static Instant at(String cityTime) {
    return OffsetDateTime.parse(cityTime + ":00+08:00").toInstant();
  }
}
