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
 * departments outlive the hub, as they do in life.
 */
public final class LocalStack {
  static final String HUB = "hub";
  static final String SIMULATORS = "simulators";
  private static final String HUB_PROGRAM = "city.tongban.HubApplication";
  static final String SIMULATORS_PROGRAM = "city.rehearsal.simulator.Simulators";
  private static final String FIRST_MOMENT = "2018-07-02T08:30:00+08:00";
  private static final Duration TO_BE_LET_GO = Duration.ofSeconds(20);
  private static final Duration TO_BE_READY = Duration.ofMinutes(5);

  private final DataFolder data;
  private final URI hub;
  private final URI simulators;
  private final Programs programs;

  /**
   * The city on a data folder; nothing is started yet.
   *
   * @param programs where the hub and the simulators are; a test runs others than its own
   */
  public LocalStack(DataFolder data, int hubPort, int simulatorsPort, Programs programs) {
    this.data = data;
    this.hub = Ports.local(hubPort);
    this.simulators = Ports.local(simulatorsPort);
    this.programs = programs;
  }

  /** Secrets that both sides must know from their first moment; the hub makes the rest. */
  public void makeSecrets() {
    SharedSecrets.make(data.secrets().closed());
  }

  static void mustBeFree(URI address, String forWhom, String option) {
    // a process that was killed a moment ago is gone before its port is
    if (!Processes.waitUntil(TO_BE_LET_GO, () -> Ports.isFree(address.getPort()))) {
      throw new CliException(
          "port %d, meant for %s, is taken by another program; name another with %s"
              .formatted(address.getPort(), forWhom, option));
    }
  }

  /** The departments, started unless they live already and work for this hub. */
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
            "--books=" + data.books());
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
   * The hub, ready to be spoken to.
   *
   * @param more flags for its JVM, such as an agent
   */
  public ProcessHandle startHub(List<String> more) {
    mustBeFree(hub, "the hub", "--port");
    List<String> flags = new ArrayList<>(List.of("-Xmx768m", "-XX:+ExitOnOutOfMemoryError"));
    flags.addAll(more);
    JavaProgram program = new JavaProgram(HUB_PROGRAM, programs.hub(), flags, settings());
    ProcessHandle process = start(HUB, program, hub, () -> healthy(hub));
    handOverClock();
    return process;
  }

  private List<String> settings() {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=" + hub.getPort(),
                "--hub.data=" + data.root(),
                "--hub.secrets=" + data.secrets().folder(),
                "--hub.node=" + HUB,
                "--hub.clock.start=" + FIRST_MOMENT,
                "--hub.rehearsal.simulators=" + simulators));
    for (String told : new String[] {"addresses", "doors"}) {
      controls()
          .get("/control/" + told)
          .orThrow()
          .properties()
          .forEach(
              address ->
                  settings.add(
                      "--hub.connectors.%s.%s=%s"
                          .formatted(told, address.getKey(), address.getValue().asText())));
    }
    return settings;
  }

  private ProcessHandle start(
      String name, JavaProgram program, URI address, BooleanSupplier ready) {
    ProcessHandle process = program.start(log(name));
    runFiles().write(name, RunningProcess.of(program.mainClass(), process, address, hub));
    Processes.waitUntil(TO_BE_READY, () -> !Processes.lives(process) || answers(ready));
    if (!Processes.lives(process)) {
      throw new CliException(LogTail.of("the " + name + " ended while starting", log(name)));
    }
    if (!answers(ready)) {
      throw new CliException(LogTail.of("the " + name + " is up but not ready", log(name)));
    }
    return process;
  }

  /** Whether the hub's process is there, ready or not. */
  public boolean hubLives() {
    return runFiles().living(HUB).isPresent();
  }

  /** Both sides live by the hub's business clock. */
  public void handOverClock() {
    controls().post("/control/clock", operator().get("/api/v1/clock").orThrow()).orThrow();
  }

  /** Stops the hub first, so that the departments can still take what it is saying. */
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
