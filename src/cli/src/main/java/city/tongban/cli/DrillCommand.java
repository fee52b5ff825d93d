package city.tongban.cli;

import city.rehearsal.client.Ports;
import city.rehearsal.drill.Drill;
import city.rehearsal.drill.Report;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rehearses a city day at a hub of its own, or at a running one. */
@Command(
    name = "drill",
    description = "Rehearses a city day and verifies that no case is lost or duplicated.",
    mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {
  /** A drill polls department tables twice a second instead of every half minute. */
  private static final String FAST_POLLING = "-Dhub.connectors.poll-interval=500ms";

  @Option(
      names = "--cases",
      defaultValue = "500",
      description = "number of cases (${DEFAULT-VALUE})")
  int cases;

  @Option(
      names = "--rate",
      defaultValue = "25",
      description = "cases per second (${DEFAULT-VALUE}, the city's peak)")
  double rate;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "same seed, same cases (${DEFAULT-VALUE})")
  long seed;

  @Option(
      names = "--faults",
      split = ",",
      description =
          "faults of the departments during the load: all, or names such as lost-answer,down")
  List<String> faults = List.of();

  @Option(names = "--at", paramLabel = "URL", description = "a running hub, which keeps the cases")
  @Nullable URI at;

  @Option(
      names = "--simulators",
      paramLabel = "URL",
      description = "its simulators (default: port + 1)")
  @Nullable URI simulators;

  @Mixin DataOption data = new DataOption();

  @Option(
      names = "--secrets",
      paramLabel = "DIR",
      description = "its secrets folder (default: that of --data)")
  @Nullable Path secrets;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tongban-drill-");
    Drill.Order order = new Drill.Order(cases, rate, seed, faults);
    Report report = at == null ? alone(order, folder) : elsewhere(order, at, folder);
    report.departments().forEach(DrillCommand::say);
    report.details().forEach(System.out::println);
    System.out.println(report.lastLine());
    return report.good(!faults.isEmpty()) ? 0 : 1;
  }

  private static Report alone(Drill.Order order, Path folder) throws InterruptedException {
    DataFolder data = new DataFolder(folder.resolve("data"));
    LocalStack city = new LocalStack(data, Ports.free(), Ports.free(), Programs.installed());
    // Ctrl-C ends the drill and the processes that it started
    Thread stop = new Thread(() -> LocalStack.stop(data), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    city.makeSecrets();
    city.startSimulators();
    city.startHub(List.of(FAST_POLLING));
    Drill.Target target =
        new Drill.Target(city.hub(), city.simulators(), data.secrets().folder(), true);
    return new Drill(order, target, DrillCommand::say).run(folder);
  }

  private Report elsewhere(Drill.Order order, URI hub, Path folder) throws InterruptedException {
    Path known = Optional.ofNullable(secrets).orElseGet(() -> data.folder().secrets().folder());
    URI departments =
        Optional.ofNullable(simulators).orElseGet(() -> Ports.local(hub.getPort() + 1));
    Drill.Target target = new Drill.Target(hub, departments, known, false);
    return new Drill(order, target, DrillCommand::say).run(folder);
  }

  private static void say(String line) {
    System.out.println("  " + line);
  }
}
