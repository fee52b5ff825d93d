package city.rehearsal.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the simulators' process. */
@Command(
    name = "simulators",
    description = "Starts the simulated departments and serves until it is stopped.")
final class SimulatorsCommand implements Callable<Integer> {
  private static final int CANNOT_START = 2;

  @Option(names = "--port", required = true, description = "HTTP port on loopback, 0 for any")
  private int port;

  @Option(names = "--hub", required = true, description = "base address of the hub")
  private URI hub = URI.create("");

  @Option(names = "--secrets", required = true, description = "folder with one file per secret")
  private Path secrets = Path.of("");

  @Option(
      names = "--stores",
      required = true,
      description = "folder for the departments' application stores")
  private Path stores = Path.of("");

  @Option(names = "--only", split = ",", description = "back-ends, such as housing (default: all)")
  private Set<String> only = Set.of();

  @Override
  public Integer call() throws InterruptedException {
    try {
      serve();
      return 0;
    } catch (IOException | IllegalStateException e) {
      System.err.println("simulators: " + e.getMessage());
      return CANNOT_START;
    }
  }

  private void serve() throws IOException, InterruptedException {
    Simulators simulators =
        Simulators.start(new SimulatorSettings(port, hub, secrets, stores, only));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulators), "stop"));
    System.out.println("simulators: listening at " + simulators.address());
    if (!only.isEmpty()) {
      simulators
          .addresses()
          .forEach(
              (name, at) -> System.out.println("  hub.connectors.addresses." + name + "=" + at));
    }
    new CountDownLatch(1).await(); // until a signal ends the process
  }

  private static void stop(Simulators simulators) {
    try {
      simulators.close();
    } catch (IOException e) {
      System.err.println("simulators: an application store did not close: " + e.getMessage());
    }
  }
}
