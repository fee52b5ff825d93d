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

/** All simulated departments in one process, with the control port; they outlive the hub. */
public final class Simulators implements Closeable {
  private final HttpServer http;
  private final Deque<Closeable> closing = new ArrayDeque<>();
  private final Map<String, Department> departments = new LinkedHashMap<>();

  private Simulators(SimulatorSettings settings) {
    http = new HttpServer(settings.port(), settings.stores());
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
    DepartmentSecrets secrets = new DepartmentSecrets(settings.secrets());
    String control = secrets.read("simulator-control");
    Files.createDirectories(settings.stores());
    BusinessClock clock = new BusinessClock(settings.stores().resolve("clock.json"));
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    closing.push(timer::shutdownNow);

    Map<String, DepartmentContext> contexts = new LinkedHashMap<>();
    for (Map.Entry<String, DepartmentRegistry.Factory> next :
        DepartmentRegistry.DEPARTMENTS.entrySet()) {
      if (!settings.wants(next.getKey())) {
        continue;
      }
      DepartmentContext context = context(next.getKey(), settings, clock, timer);
      Department department = next.getValue().create(context, settings, secrets);
      closing.push(department);
      context.faults().support(department.faults());
      contexts.put(next.getKey(), context);
      departments.put(next.getKey(), department);
    }
    if (departments.isEmpty()) {
      throw new IllegalStateException(
          "there is no simulator of %s, only of %s; put a stub.yaml into the connector's folder instead"
              .formatted(
                  String.join(", ", settings.only()), DepartmentRegistry.DEPARTMENTS.keySet()));
    }
    http.serve(
        "/control/*",
        new ControlServlet(contexts, this::addresses, this::hubAddresses, clock, control));
    closing.push(http);
    http.open();
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
    ApplicationStore store = new ApplicationStore(settings.stores().resolve(backEnd + ".jsonl"));
    closing.push(store);
    return new DepartmentContext(backEnd, store, clock, new Faults(), http, timer);
  }

  public int port() {
    return http.port();
  }

  /** Of the HTTP server with {@code /control} and the departments without a server of their own. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Where each department is reached, by the back-end's name. */
  public Map<String, URI> addresses() {
    Map<String, URI> addresses = new LinkedHashMap<>();
    departments.forEach(
        (name, department) ->
            addresses.put(
                name, department.ownAddress().orElseGet(() -> URI.create(address() + "/" + name))));
    return addresses;
  }

  /** Where a department calls the hub on a port for it alone, by the back-end's name. */
  public Map<String, URI> hubAddresses() {
    Map<String, URI> addresses = new LinkedHashMap<>();
    departments.forEach(
        (name, department) ->
            department.hubAddress().ifPresent(address -> addresses.put(name, address)));
    return addresses;
  }

  @Override
  public void close() throws IOException {
    while (!closing.isEmpty()) {
      closing.pop().close();
    }
  }

  public static void main(String[] arguments) {
    // there is no logging configuration here, and without one libraries log at DEBUG
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    // connections to simulated brokers are broken on purpose
    ((Logger) LoggerFactory.getLogger("org.apache.activemq.artemis")).setLevel(Level.ERROR);
    System.exit(new CommandLine(new SimulatorsCommand()).execute(arguments));
  }
}
