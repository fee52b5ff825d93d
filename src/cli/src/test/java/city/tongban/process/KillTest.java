package city.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.HubClient;
import city.rehearsal.drill.Drill;
import city.rehearsal.drill.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged hub is killed in the middle of a drill. The two controls show that the drill would
 * have seen a loss.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class KillTest {
  private static final Duration RED_IS_ENOUGH = Duration.ofSeconds(15);

  @TempDir Path folder;

  @Test
  void killedThreeTimesItLosesNothingAndDoublesNothing() throws Exception {
    try (PackagedHub hub = new PackagedHub(folder)) {
      hub.startWith("between-call-and-mark");
      Drill drill = hub.drill(new Drill.Order(600, 40, 7, List.of()));
      CompletableFuture<Report> report = running(drill, hub);

      dies(hub);
      assertThat(drill.answered()).as("answered at the first kill").isBetween(1, 599);
      hub.startToDie("between-claim-and-publish");
      dies(hub);
      killAfter(430, drill, hub, hub.start());
      hub.start();

      assertGood(report.join(), hub);
      hub.close();
      assertNobodyIsReadOnTheDisk(hub);
    }
  }

  @Test
  void aReceiptBeforeItsCommitIsSeen() throws Exception {
    try (PackagedHub hub = new PackagedHub(folder)) {
      ProcessHandle process = hub.startWith("receipt-before-commit");
      Drill drill = hub.drill(new Drill.Order(200, 40, 8, List.of())).givingUpAfter(RED_IS_ENOUGH);
      CompletableFuture<Report> report = running(drill, hub);

      killAfter(100, drill, hub, process);
      hub.start();

      assertRed(report.join());
    }
  }

  @Test
  void aMarkBeforeItsEffectIsSeen() throws Exception {
    try (PackagedHub hub = new PackagedHub(folder)) {
      hub.startWith("mark-before-effect");
      Drill drill = hub.drill(new Drill.Order(200, 40, 9, List.of())).givingUpAfter(RED_IS_ENOUGH);
      CompletableFuture<Report> report = running(drill, hub);

      dies(hub);
      hub.start();

      assertRed(report.join());
    }
  }

  private static CompletableFuture<Report> running(Drill drill, PackagedHub hub) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return drill.run(hub.folder());
          } catch (InterruptedException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static void killAfter(int answers, Drill drill, PackagedHub hub, ProcessHandle process) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofMinutes(2))
        .until(() -> drill.answered() >= answers);
    assertThat(process.destroyForcibly()).isTrue();
    dies(hub);
  }

  private static void dies(PackagedHub hub) {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofMinutes(2))
        .until(() -> !hub.lives());
  }

  private static void assertGood(Report report, PackagedHub hub) {
    System.out.println(report.lastLine());
    assertThat(report.details()).isEmpty();
    assertThat(report.good(true)).isTrue();
    // what was under way to a department that nobody can ask waits for a person, and nothing else
    assertThat(hub.standing("PARKED")).isZero();
    assertThat(report.parked()).isLessThanOrEqualTo(hub.standing("UNCONFIRMED"));
  }

  /** Database, write-ahead log, broker's journal, logs: whatever was killed when. */
  private static void assertNobodyIsReadOnTheDisk(PackagedHub hub) throws IOException {
    Set<String> people = new HashSet<>();
    List<String> cases = new ArrayList<>();
    for (String line : Files.readAllLines(hub.folder().resolve("ledger.jsonl"))) {
      JsonNode planned = HubClient.JSON.readTree(line);
      people.add(planned.get("name").asText());
      people.add(planned.get("idNumber").asText());
      cases.add(planned.get("messageId").asText());
    }
    for (String kept : List.of("artemis", "logs")) {
      assertThat(Legible.in(hub.data().resolve(kept), people)).isEmpty();
    }
    // the made-up people of the examples are no secret, and lie there with the connectors' bundles
    people.removeAll(Legible.in(Path.of("mappings"), people).keySet());
    assertThat(people).hasSizeGreaterThan(600);
    assertThat(Legible.in(hub.data().resolve("postgres"), people)).isEmpty();
    assertThat(Legible.in(hub.data().resolve("postgres"), cases))
        .as("the search sees")
        .isNotEmpty();
  }

  private static void assertRed(Report report) {
    System.out.println("control, red as it must be: " + report.lastLine());
    assertThat(report.lost()).isPositive();
    assertThat(report.good(true)).isFalse();
  }
}
