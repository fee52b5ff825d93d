package city.tongban.cli;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Ports;
import city.rehearsal.client.Reply;
import city.rehearsal.client.ServerUnreachable;
import city.rehearsal.client.SharedSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A hub and its simulated departments on one machine: two processes on one data folder. The
 * simulators go on when the hub stops.
 */
public final class LocalStack {
  static final String HUB = "hub";
  static final String SIMULATORS = "simulators";
  private static final String HUB_PROGRAM = "city.tongban.HubApplication";
  static final String SIMULATORS_PROGRAM = "city.rehearsal.simulator.Simulators";
  private static final String BUSINESS_START = "2018-07-02T08:30:00+08:00";
  private static final Duration PORT_RELEASE_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
  private static final int HUB_PORT = 8080;

  private final DataFolder data;
  private final URI hub;
  private final URI simulators;
  private final Programs programs;

  /**
   * A stack on a data folder; no process is started yet.
   *
   * @param programs class paths of the two processes
   */
  public LocalStack(DataFolder data, int hubPort, int simulatorsPort, Programs programs) {
    this.data = data;
    this.hub = Ports.local(hubPort);
    this.simulators = Ports.local(simulatorsPort);
    this.programs = programs;
  }

  /** Makes the secrets that hub and simulators share from their start; the hub makes the others. */
  public void makeSecrets() {
    SharedSecrets.make(data.secrets().closed());
  }

  static void mustBeFree(URI address, String forWhom, String option) {
    // the port of a killed process is free a moment after the process is gone
    if (!Processes.waitUntil(PORT_RELEASE_TIMEOUT, () -> Ports.isFree(address.getPort()))) {
      throw new CliException(
          "port %d, meant for %s, is taken by another program; name another with %s"
              .formatted(address.getPort(), forWhom, option));
    }
  }

  /** Starts the simulators, unless they run already for this hub. */
  public void startSimulators() {
    Optional<RunningProcess> living = runFiles().living(SIMULATORS);
    if (living.filter(this::worksForUs).isPresent()) {
      return;
    }
    living.flatMap(RunningProcess::process).ifPresent(Processes::stop);
    mustBeFree(simulators, "the simulators", "--simulators-port");
    List<String> arguments =
        List.of(
            "--port=" + simulators.getPort(),
            "--hub=" + hub,
            "--secrets=" + data.secrets().folder(),
            "--stores=" + data.books());
    JavaProgram program =
        new JavaProgram(SIMULATORS_PROGRAM, programs.city(), List.of("-Xmx384m"), arguments);
    start(SIMULATORS, program, simulators, () -> controls().get("/control/health").ok());
  }

  private boolean worksForUs(RunningProcess running) {
    return running.serves().equals(hub)
        && running.address().equals(simulators)
        && answers(() -> controls().get("/control/health").ok());
  }

  /**
   * Starts the hub and returns when it is ready.
   *
   * @param more JVM options, such as an agent
   */
  public ProcessHandle startHub(List<String> more) {
    mustBeFree(hub, "the hub", "--port");
    List<String> flags = new ArrayList<>(List.of("-Xmx768m", "-XX:+ExitOnOutOfMemoryError"));
    flags.addAll(more);
    JavaProgram program = new JavaProgram(HUB_PROGRAM, programs.hub(), flags, settings());
    ProcessHandle process = start(HUB, program, hub, () -> healthy(hub));
    synchronizeClocks();
    return process;
  }

  private List<String> settings() {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=" + hub.getPort(),
                "--management.server.port=" + managementPort(),
                "--hub.data=" + data.root(),
                "--hub.secrets=" + data.secrets().folder(),
                "--hub.node=" + HUB,
                "--hub.clock.start=" + BUSINESS_START,
                "--hub.rehearsal.simulators=" + simulators));
    settings.addAll(addresses("addresses", "addresses"));
    settings.addAll(addresses("hub-addresses", "listen"));
    return settings;
  }

  /** One setting of {@code hub.connectors} for each address that the simulators give. */
  private List<String> addresses(String control, String setting) {
    return controls().get("/control/" + control).orThrow().properties().stream()
        .map(
            address ->
                "--hub.connectors.%s.%s=%s"
                    .formatted(setting, address.getKey(), address.getValue().asText()))
        .toList();
  }

  /** One below the hub's default port; for any other port of the hub, a free one. */
  private int managementPort() {
    return hub.getPort() == HUB_PORT ? HUB_PORT - 1 : 0;
  }

  private ProcessHandle start(
      String name, JavaProgram program, URI address, BooleanSupplier ready) {
    ProcessHandle process = program.start(log(name));
    runFiles().write(name, RunningProcess.of(program.mainClass(), process, address, hub));
    Processes.waitUntil(START_TIMEOUT, () -> !Processes.lives(process) || answers(ready));
    if (!Processes.lives(process)) {
      throw new CliException(LogTail.of("the " + name + " ended while starting", log(name)));
    }
    if (!answers(ready)) {
      throw new CliException(LogTail.of("the " + name + " is up but not ready", log(name)));
    }
    return process;
  }

  /** Whether the hub's process runs, ready or not. */
  public boolean hubRuns() {
    return runFiles().living(HUB).isPresent();
  }

  /** Sets the simulators' business clock to the hub's. */
  public void synchronizeClocks() {
    controls().post("/control/clock", operator().get("/api/v1/clock").orThrow()).orThrow();
  }

  /** Stops the hub first, so that calls under way can end, then the simulators. */
  public static void stop(DataFolder data) {
    ProcessFiles files = new ProcessFiles(data.run());
    stop(files, HUB);
    OrphanedDatabase.stop(data);
    stop(files, SIMULATORS);
  }

  private static void stop(ProcessFiles files, String name) {
    files.living(name).flatMap(RunningProcess::process).ifPresent(Processes::stop);
    files.remove(name);
  }

  static boolean healthy(URI hub) {
    Reply reply = HubClient.anonymous(hub).get("/api/v1/health");
    return reply.ok() && "UP".equals(reply.body().path("status").asText());
  }

  static boolean answers(BooleanSupplier question) {
    try {
      return question.getAsBoolean();
    } catch (ServerUnreachable e) {
      return false;
    }
  }

  public URI hub() {
    return hub;
  }

  public URI simulators() {
    return simulators;
  }

  Path log(String program) {
    return data.logs().resolve(program + ".log");
  }

  private HubClient operator() {
    return HubClient.of(hub, data.secrets().read("token-operator"));
  }

  private HubClient controls() {
    return HubClient.ofSimulators(simulators, data.secrets().read("simulator-control"));
  }

  private ProcessFiles runFiles() {
    return new ProcessFiles(data.run());
  }
}
