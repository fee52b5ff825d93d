package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Latencies;
import city.rehearsal.client.ReferenceData;
import city.rehearsal.client.SecretFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A drill: a generated city day that is sent, awaited and verified. */
public final class Drill {
  /** Enough that no two cases in a row come from one centre; each has a long poll or a web-hook. */
  private static final int CENTRES = 40;

  private static final int CONNECTIONS = 32;

  /** Longer than any wall-clock wait of the hub. */
  private static final DrainPhase.Patience PATIENCE =
      new DrainPhase.Patience(
          Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(60));

  private final Order order;
  private final Target target;
  private final Consumer<String> progress;
  private final DrainPhase.Patience patience;
  private final TrackedCases accounts = new TrackedCases();

  /**
   * The size of the day.
   *
   * @param rate cases per second
   * @param faults of the departments, or {@code all}; none for a day without faults
   */
  public record Order(int cases, double rate, long seed, List<String> faults) {
    public Order {
      faults = List.copyOf(faults);
    }
  }

  /**
   * The hub and the simulators of the drill.
   *
   * @param secrets the hub's secrets folder: tokens of the centres and the operator, key of the
   *     simulators
   * @param fresh whether hub and departments have no other cases
   */
  public record Target(URI hub, URI simulators, Path secrets, boolean fresh) {}

  public Drill(Order order, Target target, Consumer<String> progress) {
    this(order, target, progress, PATIENCE);
  }

  Drill(Order order, Target target, Consumer<String> progress, DrainPhase.Patience patience) {
    this.patience = patience;
    this.order = order;
    this.target = target;
    this.progress = progress;
  }

  /** The same drill with other waiting times. */
  public Drill givingUpAfter(Duration silence) {
    return new Drill(
        order,
        target,
        progress,
        new DrainPhase.Patience(patience.quiet(), patience.withdrawals(), silence));
  }

  /** How many cases have a receipt or a refusal by now; may be called while the drill runs. */
  public int answered() {
    return accounts.answers();
  }

  /**
   * Runs the drill to its end.
   *
   * @param folder for the plan, from which the run can be verified again
   */
  public Report run(Path folder) throws InterruptedException {
    SecretFolder secrets = new SecretFolder(target.secrets());
    HubClient operator = HubClient.of(target.hub(), secrets.read("token-operator"));
    HubClient simulators =
        HubClient.ofSimulators(target.simulators(), secrets.read("simulator-control"));
    ClockStepper clocks = new ClockStepper(operator, simulators);
    clocks.handOver();
    List<CaseGenerator.Centre> centres = centres();
    Map<String, HubClient> lines = lines(centres, secrets);
    CasePlan plan = new CasePlan(folder.resolve("ledger.jsonl"));
    plan.write(new CaseGenerator(order.seed(), run(), clocks.now(), centres), order.cases());
    progress.accept(order.cases() + " cases planned in " + plan.file());
    Latencies acknowledged = new Latencies();
    Findings findings = new Findings();
    Questions questions = questions(lines, centres, clocks.now(), findings);
    double seconds;
    try (WebhookReceiver receiver = WebhookReceiver.near(target.hub(), accounts);
        Inboxes inboxes = new Inboxes(accounts, centres.size(), receiver)) {
      inboxes.open(lines);
      progress.accept(
          "%d of %d centres receive notices by web-hook"
              .formatted(receiver.centres(), centres.size()));
      Thread asking = DaemonThreads.named("question").newThread(questions);
      asking.start();
      seconds = load(plan, lines, simulators, acknowledged);
      questions.end();
      asking.join();
      progress.accept("all cases answered after %.1f s".formatted(seconds));
      new DrainPhase(accounts, clocks, patience, progress).run();
      receiver.complete(patience.stuck());
    }
    new DrillVerifier(DepartmentRecords.read(simulators), accounts, target.fresh()).judge(findings);
    progress.accept(questions.lastLine());
    QuestionVerifier.read(simulators).judge(questions.told(), findings);
    if (order.faults().isEmpty() && questions.unanswered() > 0) {
      findings.wrong("questions", "some have no answer although no fault was active");
    }
    return Report.of(order.cases(), findings, order.cases() / seconds, acknowledged, endToEnd());
  }

  private Questions questions(
      Map<String, HubClient> lines,
      List<CaseGenerator.Centre> centres,
      OffsetDateTime now,
      Findings findings) {
    String run = run();
    List<Question> plan =
        IntStream.range(0, Questions.beside(order.cases()))
            .mapToObj(n -> QuestionItems.plan(order.seed(), n, run, centres))
            .toList();
    return new Questions(lines, plan, now, order.rate(), findings);
  }

  private double load(
      CasePlan plan, Map<String, HubClient> lines, HubClient simulators, Latencies acknowledged)
      throws InterruptedException {
    Map<String, CaseSender> senders = new HashMap<>();
    HubClient nobody = HubClient.of(target.hub(), SecretFolder.random());
    lines.forEach((centre, line) -> senders.put(centre, new CaseSender(line, nobody)));
    LoadPhase load =
        new LoadPhase(
            accounts,
            centre -> Objects.requireNonNull(senders.get(centre)),
            CONNECTIONS,
            acknowledged);
    try (Stream<PlannedCase> cases = plan.read()) {
      if (order.faults().isEmpty()) {
        return load.run(cases, order.rate());
      }
      FaultInjector injector = new FaultInjector(simulators, order.faults(), order.seed());
      Thread thread = DaemonThreads.named("mischief").newThread(injector);
      thread.start();
      double seconds = load.run(cases, order.rate());
      thread.interrupt();
      thread.join();
      injector.end();
      return seconds;
    }
  }

  private Map<String, HubClient> lines(List<CaseGenerator.Centre> centres, SecretFolder secrets) {
    HttpClient shared = HubClient.connections();
    Map<String, HubClient> lines = new HashMap<>();
    for (CaseGenerator.Centre centre : centres) {
      String token = secrets.read("token-centre-" + centre.code());
      lines.put(centre.code(), HubClient.of(shared, target.hub(), token));
    }
    return lines;
  }

  /** Main centres spread over the city: every n-th of the list. */
  static List<CaseGenerator.Centre> centres() {
    List<CaseGenerator.Centre> all =
        ReferenceData.centres().stream()
            .filter(row -> "main".equals(row.get("centre_kind")))
            .map(
                row ->
                    new CaseGenerator.Centre(
                        Objects.requireNonNull(row.get("centre_code")),
                        Objects.requireNonNull(row.get("street_code"))))
            .toList();
    int apart = Math.max(1, all.size() / CENTRES);
    return Stream.iterate(0, i -> i + apart).limit(CENTRES).map(all::get).toList();
  }

  private String run() {
    return target.fresh()
        ? "drill-" + order.seed()
        : "drill-" + SecretFolder.random().substring(0, 12);
  }

  private Latencies endToEnd() {
    Latencies latencies = new Latencies();
    accounts.all().forEach(account -> latencies.add(account.endToEndNanos()));
    return latencies;
  }
}
