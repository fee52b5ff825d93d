package city.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.HubClient;
import city.rehearsal.drill.Drill;
import city.rehearsal.drill.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub is killed in the middle of a drill. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class KillTest {
  @TempDir Path folder;

  @Test
  void aHubThatIsKilledThreeTimesLosesNothingAndDuplicatesNothing() throws Exception {
    try (PackagedHub hub = new PackagedHub(folder)) {
      hub.startWith("between-call-and-mark");
      Drill drill = hub.drill(new Drill.Order(600, 40, 7, List.of()));
      CompletableFuture<Report> report = hub.run(drill);

      hub.awaitEnd();
      assertThat(drill.answered()).as("answered at the first kill").isBetween(1, 599);
      hub.startToDie("between-claim-and-publish");
      hub.awaitEnd();
      hub.killAfter(430, drill, hub.start());
      hub.start();

      assertGood(report.join(), hub);
      hub.close();
      assertNoPersonalDataOnTheDisk(hub);
    }
  }

  private static void assertGood(Report report, PackagedHub hub) {
    System.out.println(report.lastLine());
    assertThat(report.details()).isEmpty();
    assertThat(report.good(true)).isTrue();
    // only deliveries to a department that cannot be asked wait for a person
    assertThat(hub.deliveries("PARKED")).isZero();
    assertThat(report.parked()).isLessThanOrEqualTo(hub.deliveries("UNCONFIRMED"));
  }

  /** In the database, its write-ahead log, the broker's journal and the logs. */
  private static void assertNoPersonalDataOnTheDisk(PackagedHub hub) throws IOException {
    Set<String> people = new HashSet<>();
    List<String> cases = new ArrayList<>();
    for (String line : Files.readAllLines(hub.folder().resolve("ledger.jsonl"))) {
      JsonNode planned = HubClient.JSON.readTree(line);
      people.add(planned.get("name").asText());
      people.add(planned.get("idNumber").asText());
      cases.add(planned.get("messageId").asText());
    }
    for (String kept : List.of("artemis", "logs")) {
      assertThat(PlaintextSearch.in(hub.data().resolve(kept), people)).isEmpty();
    }
    // the invented people of the mapping examples are stored with the connectors' bundles
    people.removeAll(PlaintextSearch.in(Path.of("mappings"), people).keySet());
    assertThat(people).hasSizeGreaterThan(600);
    assertThat(PlaintextSearch.in(hub.data().resolve("postgres"), people)).isEmpty();
    assertThat(PlaintextSearch.in(hub.data().resolve("postgres"), cases))
        .as("the search finds what is there")
        .isNotEmpty();
  }
}
