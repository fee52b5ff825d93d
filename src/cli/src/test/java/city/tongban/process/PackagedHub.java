package city.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Ports;
import city.rehearsal.drill.Drill;
import city.rehearsal.drill.Report;
import city.tongban.cli.DataFolder;
import city.tongban.cli.LocalStack;
import city.tongban.cli.Programs;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jboss.byteman.agent.Main;

/** The packaged jar, unpacked as {@code ./hub} does it, and started with simulators of its own. */
final class PackagedHub implements AutoCloseable {
  private static final String LOOK_OFTEN = "-Dhub.connectors.poll-interval=500ms";

  /** The process lives for seconds and is started often. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private final Path folder;
  private final DataFolder data;
  private final LocalStack city;

  PackagedHub(Path folder) throws Exception {
    this.folder = folder;
    this.data = new DataFolder(folder.resolve("data"));
    String classPath = unpacked() + File.pathSeparator + bytemanFaultsAlone();
    this.city = new LocalStack(data, Ports.free(), Ports.free(), Programs.withHub(classPath));
    city.makeSecrets();
    city.startSimulators();
  }

  private Path unpacked() throws IOException, InterruptedException {
    Path target = folder.resolve("hub");
    Process extract =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                System.getProperty("hub.jar"),
                "extract",
                "--destination",
                target.toString(),
                "--application-filename",
                "hub.jar")
            .redirectErrorStream(true)
            .start();
    String said = new String(extract.getInputStream().readAllBytes());
    assertThat(extract.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
    assertThat(extract.exitValue()).as(said).isZero();
    return target.resolve("hub.jar");
  }

  /** A folder with that one class: no other test class gets into the hub. */
  private Path bytemanFaultsAlone() throws IOException, URISyntaxException {
    String file = BytemanFaults.class.getName().replace('.', '/') + ".class";
    Path tests =
        Path.of(BytemanFaults.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path alone = folder.resolve("byteman-faults");
    Files.createDirectories(alone.resolve(file).getParent());
    Files.copy(tests.resolve(file), alone.resolve(file));
    return alone;
  }

  ProcessHandle start() {
    return city.startHub(List.of(LOOK_OFTEN, QUICK_START));
  }

  ProcessHandle startWith(String rule) throws Exception {
    Path script = Path.of(getClass().getResource("/byteman/" + rule + ".btm").toURI());
    Path agent = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return city.startHub(
        List.of(LOOK_OFTEN, QUICK_START, "-javaagent:" + agent + "=script:" + script));
  }

  /** Starts a hub that may be killed by the rule before it says that it is ready. */
  void startToDie(String rule) throws Exception {
    try {
      startWith(rule);
    } catch (RuntimeException e) {
      if (lives()) {
        throw e;
      }
    }
  }

  boolean lives() {
    return city.hubRuns();
  }

  Drill drill(Drill.Order order) {
    Drill.Target target =
        new Drill.Target(city.hub(), city.simulators(), data.secrets().folder(), true);
    return new Drill(order, target, System.out::println);
  }

  /** Runs a drill beside the test, which kills the hub meanwhile. */
  CompletableFuture<Report> run(Drill drill) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return drill.run(folder);
          } catch (InterruptedException e) {
            throw new CompletionException(e);
          }
        });
  }

  /** Kills the process when the drill has that many receipts and refusals. */
  void killAfter(int answers, Drill drill, ProcessHandle process) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofMinutes(2))
        .until(() -> drill.answered() >= answers);
    assertThat(process.destroyForcibly()).isTrue();
    awaitEnd();
  }

  /** Waits until a rule, or the test, has killed the hub. */
  void awaitEnd() {
    await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofMinutes(2)).until(() -> !lives());
  }

  /** The number of deliveries in a state. */
  int deliveries(String state) {
    JsonNode answer =
        HubClient.of(city.hub(), data.secrets().read("token-operator"))
            .get("/api/v1/deliveries?state=" + state)
            .orThrow();
    return (answer.isArray() ? answer : answer.path("deliveries")).size();
  }

  Path folder() {
    return folder;
  }

  Path data() {
    return data.root();
  }

  @Override
  public void close() {
    LocalStack.stop(data);
  }
}
