package city.tongban.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a hub with its simulators, and stays with them until Ctrl-C. */
@Command(
    name = "up",
    description = "Starts the hub and the simulated departments; Ctrl-C stops both.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  @Mixin DataOption data = new DataOption();

  @Option(names = "-d", description = "return when ready; ./hub down stops it")
  boolean detached;

  @Option(names = "--port", defaultValue = "8080", description = "of the hub (${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--simulators-port",
      description = "of the simulated departments (default: one above the hub's)")
  @Nullable Integer simulatorsPort;

  @Override
  public Integer call() {
    Instant began = Instant.now();
    DataFolder folder = data.folder();
    LocalStack city = new LocalStack(folder, port, simulatorsPort(), Programs.installed());
    // from here on Ctrl-C must end every process, also during the start
    Thread stop = new Thread(() -> LocalStack.stop(folder), "stop");
    ProcessHandle hub = start(folder, city, stop);
    new StartupMessage(folder, city).print(Duration.between(began, Instant.now()));
    if (detached) {
      Runtime.getRuntime().removeShutdownHook(stop);
      return 0;
    }
    System.out.println("Ctrl-C stops everything.");
    hub.onExit().join();
    return died(city, stop);
  }

  private static ProcessHandle start(DataFolder folder, LocalStack city, Thread stop) {
    try (FileChannel lock = lockFile(folder)) {
      claim(lock, folder);
      refuseASecondHub(folder);
      Runtime.getRuntime().addShutdownHook(stop);
      city.makeSecrets();
      city.startSimulators();
      return city.startHub(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the data folder " + folder.root(), e);
    }
  }

  /**
   * Refuses a second start on the same folder. The operating system releases the lock when the
   * process ends.
   */
  private static void claim(FileChannel lock, DataFolder folder) throws IOException {
    if (lock.tryLock() == null) {
      throw new CliException("another ./hub up is starting a hub on " + folder.root());
    }
  }

  private static FileChannel lockFile(DataFolder folder) throws IOException {
    Path file = folder.run().resolve("up.lock");
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void refuseASecondHub(DataFolder folder) {
    Optional<RunningProcess> other = new ProcessFiles(folder.run()).living(LocalStack.HUB);
    if (other.isPresent()) {
      throw new CliException(
          "a hub already runs on %s, at %s (process %d); stop it with ./hub down"
              .formatted(folder.root(), other.get().address(), other.get().pid()));
    }
  }

  /** The simulators go on: their records are what the next hub is compared with. */
  private static int died(LocalStack city, Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      return 0; // this process is stopping the hub
    }
    System.err.println(
        "hub: " + LogTail.of("the hub has ended by itself", city.log(LocalStack.HUB)));
    System.err.println(
        "hub: the simulated departments go on; ./hub up starts the hub again, ./hub down ends"
            + " them");
    return 1;
  }

  private int simulatorsPort() {
    return Optional.ofNullable(simulatorsPort).orElse(port + 1);
  }
}
