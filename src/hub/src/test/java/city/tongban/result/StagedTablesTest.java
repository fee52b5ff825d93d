package city.tongban.result;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.clock.BusinessClock;
import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import city.tongban.transport.StagedDay;
import city.tongban.transport.StagedDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Missing places of a department's sequence, and days on which it counts otherwise than we. */
class StagedTablesTest {
  private static final String OFFICE = "civil-affairs";
  private static final LocalDate DAY = LocalDate.of(2018, 7, 2);
  private static final Duration LEASE = Duration.ofSeconds(5); // as its connector says

  private final TestDatabase database = TestDatabase.create();
  private final TestClock wall = new TestClock("2026-03-02T01:00:00Z");
  private final List<TraceStep> told = new ArrayList<>();
  private StagedSequenceMonitor rows;
  private StagedDayReconciliation days;

  @BeforeEach
  void start() {
    BusinessClock clock = new BusinessClock(database.jdbc(), wall, new MockEnvironment());
    clock.startAt(Instant.parse("2018-07-02T00:30:00Z"));
    StagedTable table = new StagedTable(database.jdbc());
    rows =
        new StagedSequenceMonitor(
            table,
            ShippedConnectors.at(Map.of()),
            clock,
            event -> told.add(((StepRecorded) event).step()));
    days =
        new StagedDayReconciliation(table, clock, event -> told.add(((StepRecorded) event).step()));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aSequenceWithoutGapsIsNoNews() {
    seen(1, 2, 3);
    seen();
    seen(4, 5);
    later();

    assertThat(told).isEmpty();
  }

  @Test
  void aMissingPlaceIsToldOnceWhenItHasNotComeInAClaimsTime() {
    seen(1, 2, 5);
    seen();
    assertThat(told).isEmpty();

    later();
    later();

    assertThat(told)
        .singleElement()
        .returns("rows-missing", TraceStep::event)
        .returns("HUB-5017", stop -> stop.problem().code())
        .returns("rows 3 to 4 of their sequence are missing", stop -> stop.problem().what());
  }

  @Test
  void aSequenceThatDoesNotBeginAtOneHasLostItsBeginning() {
    seen(3);
    later();

    assertThat(told)
        .singleElement()
        .returns("rows 1 to 2 of their sequence are missing", stop -> stop.problem().what());
  }

  /** As when another node has claimed it. */
  @Test
  void aPlaceThatWasOnlyLateIsNotTold() {
    seen(1, 4);
    seen(2);
    seen(3);
    later();

    assertThat(told).isEmpty();
    assertThat(database.jdbc().sql("select count(*) from staged_gap").query(Long.class).single())
        .isZero();
  }

  @Test
  void whatIsLeftOfAGapIsStillMissing() {
    seen(1, 9);
    seen(5);
    later();

    assertThat(told)
        .extracting(stop -> stop.problem().what())
        .containsExactlyInAnyOrder(
            "rows 2 to 4 of their sequence are missing",
            "rows 6 to 8 of their sequence are missing");
  }

  @Test
  void aPlaceFarOutIsOneGapAndNotAMillion() {
    seen(1, Long.MAX_VALUE);
    seen(2, 3);
    seen(2, 3);
    later();

    assertThat(told)
        .singleElement()
        .returns(
            "rows 4 to 9223372036854775806 of their sequence are missing",
            stop -> stop.problem().what());
  }

  @Test
  void aDayOnWhichBothCountTheSameIsSettledAtOnce() {
    hold("b/1", "a/1");

    boolean settled = days.settled(OFFICE, said(2, StagedDigest.ofIds(List.of("a/1", "b/1")), 1));

    assertThat(settled).isTrue();
    assertThat(told).singleElement().returns("day-agreed", TraceStep::event);
    assertThat(agreed()).isTrue();
  }

  @Test
  void aDifferenceIsToldAtTheThirdLook() {
    hold("a/1", "b/1");
    String theirs = StagedDigest.ofIds(List.of("a/1"));

    assertThat(days.settled(OFFICE, said(1, theirs, 1))).isFalse();
    assertThat(days.settled(OFFICE, said(1, theirs, 2))).isFalse();
    assertThat(told).isEmpty();
    assertThat(days.settled(OFFICE, said(1, theirs, 3))).isTrue();

    assertThat(told)
        .singleElement()
        .returns("day-differs", TraceStep::event)
        .returns("HUB-5018", stop -> stop.problem().code())
        .returns("they took in 1 rows, and we know of 2", stop -> stop.problem().why());
    assertThat(agreed()).isFalse();
  }

  @Test
  void theSameNumberOfOtherRowsIsADifference() {
    hold("a/1");

    days.settled(OFFICE, said(1, StagedDigest.ofIds(List.of("b/1")), 3));

    assertThat(told)
        .singleElement()
        .returns("both count 1 rows, and not the same", stop -> stop.problem().why());
  }

  @Test
  void aRowKeepsTheDayUnderWhichTheyHoldIt() {
    hold("a/1");
    days.holds(OFFICE, "a/1", DAY.plusDays(1));

    assertThat(days.settled(OFFICE, said(1, StagedDigest.ofIds(List.of("a/1")), 1))).isTrue();
    assertThat(days.today()).isEqualTo(DAY);
  }

  @Test
  void anotherBackEndsRowsAreNotCounted() {
    hold("a/1");
    days.holds("another", "b/1", DAY);

    assertThat(days.settled(OFFICE, said(1, StagedDigest.ofIds(List.of("a/1")), 1))).isTrue();
  }

  private void seen(long... places) {
    List<Long> list = new ArrayList<>();
    for (long place : places) {
      list.add(place);
    }
    database.transaction().executeWithoutResult(status -> rows.seen(OFFICE, list));
  }

  private void later() {
    wall.advance(LEASE.plusSeconds(1));
    seen();
  }

  private void hold(String... ids) {
    for (String id : ids) {
      days.holds(OFFICE, id, DAY);
    }
  }

  private static StagedDay said(long count, String digest, int looks) {
    return new StagedDay(DAY, count, digest, looks);
  }

  private boolean agreed() {
    return database.jdbc().sql("select agreed from staged_day").query(Boolean.class).single();
  }
}
