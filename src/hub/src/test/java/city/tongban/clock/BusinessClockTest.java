package city.tongban.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class BusinessClockTest {
  private static final Instant MONDAY = Instant.parse("2018-07-02T00:30:00Z");
  private static TestDatabase database;

  private final TestClock wall = new TestClock("2026-01-01T00:00:00Z");
  private final BusinessClock clock = node(wall);

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void emptyDatabase() {
    database.jdbc().sql("delete from business_clock").update();
  }

  private static BusinessClock node(Clock wall) {
    return new BusinessClock(database.jdbc(), wall, new MockEnvironment());
  }

  private static BusinessClock production(Clock wall) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles("production");
    return new BusinessClock(database.jdbc(), wall, environment);
  }

  @Test
  void businessTimeRunsWithWallTimeFromItsOwnAnchor() {
    clock.startAt(MONDAY);
    wall.advance(Duration.ofMinutes(90));

    assertThat(clock.business()).isEqualTo(MONDAY.plus(Duration.ofMinutes(90)));
    assertThat(clock.wall()).isEqualTo("2026-01-01T01:30:00Z");
    assertThat(clock.reading())
        .isEqualTo(new BusinessClock.Reading(clock.business(), clock.wall(), 1));
  }

  @Test
  void businessDatesAreShanghais() {
    clock.startAt(Instant.parse("2018-07-02T15:59:59Z"));
    assertThat(clock.today()).isEqualTo(LocalDate.of(2018, 7, 2));

    wall.advance(Duration.ofSeconds(1));
    assertThat(clock.today()).isEqualTo(LocalDate.of(2018, 7, 3));
  }

  @Test
  void aDatabaseThatHasAClockKeepsIt() {
    clock.startAt(MONDAY);
    wall.advance(Duration.ofHours(1));

    BusinessClock restarted = node(wall);
    restarted.startAt(Instant.parse("2019-01-01T00:00:00Z"));
    restarted.startAtRealTime();

    assertThat(restarted.business()).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
  }

  @Test
  void aClockThatNobodyStartedTellsNoTime() {
    assertThatThrownBy(clock::business).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> clock.step(MONDAY)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStepMovesBusinessTimeForAllNodes() {
    BusinessClock other = node(wall);
    clock.startAt(MONDAY);
    assertThat(other.business()).isEqualTo(MONDAY);
    Instant tuesday = MONDAY.plus(Duration.ofDays(1));

    clock.step(tuesday);

    assertThat(clock.business()).isEqualTo(tuesday);
    await().atMost(Duration.ofMinutes(1)).until(() -> other.business().equals(tuesday));
    wall.advance(Duration.ofSeconds(7));
    assertThat(other.business()).isEqualTo(tuesday.plusSeconds(7));
  }

  @Test
  void aStepBackIsRefusedAndChangesNothing() {
    clock.startAt(MONDAY);
    wall.advance(Duration.ofSeconds(10));

    refused("HUB-3010", () -> clock.step(MONDAY.plusSeconds(9)));
    clock.step(MONDAY.plusSeconds(10));

    assertThat(clock.business()).isEqualTo(MONDAY.plusSeconds(10));
  }

  @Test
  void aNodeThatHasNotReadYetRefusesAStepBackAllTheSame() {
    clock.startAt(MONDAY);
    clock.step(MONDAY.plus(Duration.ofDays(2)));

    refused("HUB-3010", () -> node(wall).step(MONDAY.plus(Duration.ofDays(1))));
  }

  @Test
  void anotherSpeedWritesANewAnchor() {
    clock.startAt(MONDAY);
    wall.advance(Duration.ofMinutes(1));

    clock.speed(60);
    assertThat(clock.business()).isEqualTo(MONDAY.plus(Duration.ofMinutes(1)));
    wall.advance(Duration.ofMinutes(1));
    assertThat(clock.business()).isEqualTo(MONDAY.plus(Duration.ofMinutes(61)));

    clock.speed(0);
    wall.advance(Duration.ofDays(1));
    assertThat(clock.business()).isEqualTo(MONDAY.plus(Duration.ofMinutes(61)));

    clock.speed(1);
    wall.advance(Duration.ofMinutes(1));
    assertThat(node(wall).business()).isEqualTo(MONDAY.plus(Duration.ofMinutes(62)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e9})
  void aSpeedThatIsNoneIsRefused(double speed) {
    clock.startAt(MONDAY);

    refused("HUB-1005", () -> clock.speed(speed));
  }

  @Test
  void aWallClockSetBackMakesBusinessTimeWait() {
    clock.startAt(MONDAY);
    wall.advance(Duration.ofMinutes(10));
    Instant before = clock.business();

    wall.advance(Duration.ofMinutes(-20));
    assertThat(clock.business()).isEqualTo(before);
    clock.speed(2); // a new anchor, while the wall clock stands before the old one

    wall.advance(Duration.ofMinutes(1));
    assertThat(clock.business()).isEqualTo(before);
    wall.advance(Duration.ofMinutes(30));
    assertThat(clock.business()).isAfter(before);
  }

  @Test
  void aRowThatSomebodySetsBackByHandMakesBusinessTimeWait() {
    clock.startAt(MONDAY);
    clock.step(MONDAY.plus(Duration.ofDays(1)));
    Instant before = clock.business();

    database
        .jdbc()
        .sql("update business_clock set business_anchor = business_anchor - interval '1 day'")
        .update();
    clock.speed(1); // makes this node read the row again at once

    assertThat(clock.business()).isEqualTo(before);
  }

  @Test
  void businessTimeNeverRunsBackwardsWhileTwoNodesStepAtOnce() throws Exception {
    BusinessClock one = node(Clock.systemUTC());
    BusinessClock other = node(Clock.systemUTC());
    one.startAt(MONDAY);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> watches = new ArrayList<>();
      List<Future<?>> steps = new ArrayList<>();
      for (BusinessClock node : List.of(one, other)) {
        watches.add(pool.submit(watch(node)));
        steps.add(pool.submit(() -> stepOften(node)));
      }
      for (Future<Boolean> watch : watches) {
        assertThat(watch.get()).as("never backwards").isTrue();
      }
      for (Future<?> step : steps) {
        step.get(); // throws what the steps threw
      }
    } finally {
      pool.shutdown();
    }
  }

  private static Callable<Boolean> watch(BusinessClock node) {
    return () -> {
      Instant last = Instant.MIN;
      for (int i = 0; i < 20_000; i++) {
        Instant now = node.business();
        if (now.isBefore(last)) {
          return false;
        }
        last = now;
      }
      return true;
    };
  }

  private static void stepOften(BusinessClock node) {
    for (int i = 0; i < 50; i++) {
      try {
        node.step(node.business().plusSeconds(i % 7));
      } catch (Refusal overtaken) {
        assertThat(overtaken.problem().code()).isEqualTo("HUB-3010");
      }
    }
  }

  @Test
  void aClockWhoseDatabaseIsAwayGoesOnFromTheLastRow() {
    TestDatabase gone = TestDatabase.create();
    BusinessClock alone = new BusinessClock(gone.jdbc(), wall, new MockEnvironment());
    alone.startAt(MONDAY);
    alone.business();
    gone.close();
    wall.advance(Duration.ofHours(1));

    await()
        .during(Duration.ofMillis(700)) // longer than a row is held without asking
        .atMost(Duration.ofMinutes(1))
        .until(() -> alone.business().equals(MONDAY.plus(Duration.ofHours(1))));
  }

  @Test
  void productionKeepsRealTime() {
    BusinessClock production = production(wall);

    refused("HUB-3011", () -> production.startAt(MONDAY));
    production.startAtRealTime();
    refused("HUB-3011", () -> production.step(wall.instant().plusSeconds(60)));
    refused("HUB-3011", () -> production.speed(2));

    wall.advance(Duration.ofHours(3));
    assertThat(production.business()).isEqualTo(wall.instant());
  }

  @Test
  void productionRefusesADatabaseOfARehearsal() {
    clock.startAt(MONDAY);

    assertThatThrownBy(() -> production(wall).business())
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.problem().code()).isEqualTo("HUB-3011"));
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
