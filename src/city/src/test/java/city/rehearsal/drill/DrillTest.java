package city.rehearsal.drill;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.SecretFolder;
import city.rehearsal.drill.FakeCity.Defect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drill finds a city that treats one case in fifty wrongly. */
class DrillTest {
  private static final int CASES = 500;
  private static final long SEED = 11;
  private static final Duration MOMENT = Duration.ofMillis(300);
  private static final DrainPhase.Patience SHORT =
      new DrainPhase.Patience(MOMENT, MOMENT, MOMENT.multipliedBy(10));

  @TempDir Path folder;

  @Test
  void theDrillPassesACityThatDoesEverythingRight() throws Exception {
    Report report = drill(Defect.NONE);

    assertThat(report.details()).isEmpty();
    assertThat(said).contains("10 of 40 centres receive notices by web-hook");
    assertThat(report.good(false)).isTrue();
    assertThat(report.completed() + report.refused()).isEqualTo(CASES);
    assertThat(report.lastLine())
        .matches(
            "drill: cases=500 completed=\\d+ parked=0 refused=\\d+ waiting=0 lost=0 duplicated=0"
                + " rate=[0-9.]+ ack_p99_ms=\\d+ e2e_p99_ms=\\d+");
  }

  @ParameterizedTest
  @EnumSource(value = Defect.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theDrillFindsADefectInOneCaseInFifty(Defect defect) throws Exception {
    Report report = drill(defect);

    assertThat(report.good(false)).isFalse();
    switch (defect) {
      case LOSES -> assertThat(report.lost()).isEqualTo(struck);
      case DOUBLES, TELLS_TWO_ENDS -> assertThat(report.duplicated()).isEqualTo(struck);
      case TELLS_NO_END -> assertThat(report.waiting()).isEqualTo(struck);
      // how many are asked depends on how long the load takes
      case FORGETS_A_QUESTION -> assertThat(report.lost()).isGreaterThanOrEqualTo(struck);
      case ASKS_TWICE -> assertThat(report.duplicated()).isGreaterThanOrEqualTo(struck);
      case PARKS -> assertThat(report.parked()).isEqualTo(struck);
      default -> assertThat(report.wrong()).isGreaterThanOrEqualTo(struck);
    }
  }

  @Test
  void theDrillAcceptsParkedCasesOnlyOnADayWithFaults() throws Exception {
    Report report = drill(Defect.PARKS);

    assertThat(report.good(true)).isTrue();
    assertThat(report.good(false)).isFalse();
  }

  private final List<String> said = new ArrayList<>();
  private int struck;

  private Report drill(Defect defect) throws IOException, InterruptedException {
    SecretFolder secrets = new SecretFolder(folder.resolve("secrets")).closed();
    secrets.make("token-operator", () -> "operator");
    secrets.make("simulator-control", () -> "control");
    Drill.centres().forEach(c -> secrets.make("token-centre-" + c.code(), c::code));
    try (FakeCity city = new FakeCity(defect, SEED, CASES)) {
      Drill.Target target =
          new Drill.Target(city.address(), city.address(), secrets.folder(), true);
      Drill.Order order = new Drill.Order(CASES, 2_000, SEED, List.of());
      Report report = new Drill(order, target, said::add, SHORT).run(folder);
      struck = city.struck();
      assertThat(struck)
          .as("the defect must have struck")
          .matches(n -> defect == Defect.NONE || n > 0);
      return report;
    }
  }
}
