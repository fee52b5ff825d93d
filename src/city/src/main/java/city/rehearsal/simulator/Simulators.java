package city.rehearsal.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.ControlServlet;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The departments in one process, each with its book, behind one port; they outlive the hub. */
public final class Simulators implements Closeable {
  private final HttpServer door;
  private final Deque<Closeable> closing = new ArrayDeque<>();
  private final Map<String, Department> departments = new LinkedHashMap<>();

  private Simulators(SimulatorSettings settings) {
    door = new HttpServer(settings.port(), settings.books());
  }

  public static Simulators start(SimulatorSettings settings) throws IOException {
    Simulators simulators = new Simulators(settings);
    try {
      simulators.open(settings);
      return simulators;
    } catch (IOException | RuntimeException e) {
      simulators.close();
      throw e;
    }
  }

  private void open(SimulatorSettings settings) throws IOException {
    SecretFolder secrets = new SecretFolder(settings.secrets());
    String control = secrets.read("simulator-control");
    Files.createDirectories(settings.books());
    BusinessClock clock = new BusinessClock(settings.books().resolve("clock.json"));
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    closing.push(timer::shutdownNow);

    Map<String, DepartmentContext> contexts = new LinkedHashMap<>();
    for (Map.Entry<String, DepartmentRegistry.MoveIn> next :
        DepartmentRegistry.DEPARTMENTS.entrySet()) {
      if (!settings.wants(next.getKey())) {
        continue;
      }
      DepartmentContext context = context(next.getKey(), settings, clock, timer);
      Department department = next.getValue().into(context, settings, secrets);
      closing.push(department);
      context.faults().support(department.faults());
      contexts.put(next.getKey(), context);
      departments.put(next.getKey(), department);
    }
    if (departments.isEmpty()) {
      throw new IllegalStateException(
          "there is no simulator of %s, only of %s; a stub.yaml in its folder would do"
              .formatted(settings.only(), DepartmentRegistry.DEPARTMENTS.keySet()));
    }
    door.serve(
        "/control/*", new ControlServlet(contexts, this::addresses, this::doors, clock, control));
    closing.push(door);
    door.open();
    for (Department department : departments.values()) {
      department.start();
    }
  }

  private DepartmentContext context(
      String backEnd,
      SimulatorSettings settings,
      BusinessClock clock,
      ScheduledExecutorService timer)
      throws IOException {
    ApplicationStore store = new ApplicationStore(settings.books().resolve(backEnd + ".jsonl"));
    closing.push(store);
    return new DepartmentContext(backEnd, store, clock, new Faults(), door, timer);
  }

  public int port() {
    return door.port();
  }

  /** Below it are the departments without a door of their own, and {@code /control}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Where each department is found, by the back-end's name. */
  public Map<String, URI> addresses() {
    Map<String, URI> addresses = new LinkedHashMap<>();
    departments.forEach(
        (name, department) ->
            addresses.put(
                name, department.ownAddress().orElseGet(() -> URI.create(address() + "/" + name))));
    return addresses;
  }

  /** Where departments call the hub at a door of its own, by the back-end's name. */
  public Map<String, URI> doors() {
    Map<String, URI> doors = new LinkedHashMap<>();
    departments.forEach(
        (name, department) -> department.hubAddress().ifPresent(door -> doors.put(name, door)));
    return doors;
  }

  @Override
  public void close() throws IOException {
    while (!closing.isEmpty()) {
      closing.pop().close();
    }
  }

  public static void main(String[] arguments) {
    // nobody has configured a log here, and without one each library says all it knows
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    // a line that breaks is what a simulated broker is for
    ((Logger) LoggerFactory.getLogger("org.apache.activemq.artemis")).setLevel(Level.ERROR);
    System.exit(new CommandLine(new SimulatorsCommand()).execute(arguments));
  }
}
