package city.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.drill.Drill;
import city.rehearsal.drill.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controls of {@link KillTest}: a hub that is broken on purpose loses cases when it is killed,
 * and the drill finds the loss.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class KillControlTest {
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(15);

  @TempDir Path folder;

  @Test
  void theDrillFindsAReceiptThatIsSentBeforeItsCommit() throws Exception {
    try (PackagedHub hub = new PackagedHub(folder)) {
      ProcessHandle process = hub.startWith("receipt-before-commit");
      Drill drill = hub.drill(new Drill.Order(200, 40, 8, List.of())).givingUpAfter(GIVE_UP_AFTER);
      CompletableFuture<Report> report = hub.run(drill);

      hub.killAfter(100, drill, process);
      hub.start();

      assertRed(report.join());
    }
  }

  @Test
  void theDrillFindsADeliveryThatIsMarkedBeforeItsEffect() throws Exception {
    try (PackagedHub hub = new PackagedHub(folder)) {
      hub.startWith("mark-before-effect");
      Drill drill = hub.drill(new Drill.Order(200, 40, 9, List.of())).givingUpAfter(GIVE_UP_AFTER);
      CompletableFuture<Report> report = hub.run(drill);

      hub.awaitEnd();
      hub.start();

      assertRed(report.join());
    }
  }

  private static void assertRed(Report report) {
    System.out.println("control, which must fail: " + report.lastLine());
    assertThat(report.lost()).isPositive();
    assertThat(report.good(true)).isFalse();
  }
}
