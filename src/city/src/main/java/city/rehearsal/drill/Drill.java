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

/** A city day, made up, sent, awaited and judged. */
public final class Drill {
  /** One long poll or web-hook each; enough that no two cases in a row come from one centre. */
  private static final int CENTRES = 40;

  private static final int CONNECTIONS = 32;

  /** Longer than any wait of the hub that no step of the clock cuts short. */
  private static final DrainPhase.Patience PATIENCE =
      new DrainPhase.Patience(
          Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(60));

  private final Order order;
  private final Target target;
  private final Consumer<String> progress;
  private final DrainPhase.Patience patience;
  private final TrackedCases accounts = new TrackedCases();

  /**
   * How big a day.
   *
   * @param rate cases per second
   * @param faults of the departments, or {@code all}; none for a day on which everything works
   */
  public record Order(int cases, double rate, long seed, List<String> faults) {
    public Order {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Where it takes place.
   *
   * @param secrets the hub's folder: the centres' tokens, the operator's, the simulators' key
   * @param fresh whether hub and departments have seen no other case
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

  /** The same drill, which gives up after this long a silence. */
  public Drill givingUpAfter(Duration silence) {
    return new Drill(
        order,
        target,
        progress,
        new DrainPhase.Patience(patience.quiet(), patience.withdrawals(), silence));
  }

  /** How many cases have their receipt or refusal by now; may be asked while it runs. */
  public int answered() {
    return accounts.answers();
  }

  /**
   * Runs the day to its end.
   *
   * @param folder where the ledger goes, which is enough to judge the run again
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
    CasePlan ledger = new CasePlan(folder.resolve("ledger.jsonl"));
    ledger.write(new CaseGenerator(order.seed(), run(), clocks.now(), centres), order.cases());
    progress.accept(order.cases() + " cases written to " + ledger.file());
    Latencies acknowledged = new Latencies();
    Findings findings = new Findings();
    Questions questions = questions(lines, centres, clocks.now(), findings);
    double seconds;
    try (WebhookReceiver postbox = WebhookReceiver.near(target.hub(), accounts);
        Inboxes inboxes = new Inboxes(accounts, centres.size(), postbox)) {
      inboxes.open(lines);
      progress.accept(
          "%d of %d centres take their notices by web-hook"
              .formatted(postbox.centres(), centres.size()));
      Thread asking = DaemonThreads.named("question").newThread(questions);
      asking.start();
      seconds = load(ledger, lines, simulators, acknowledged);
      questions.end();
      asking.join();
      progress.accept("all answered after %.1f s".formatted(seconds));
      new DrainPhase(accounts, clocks, patience, progress).run();
      postbox.complete(patience.stuck());
    }
    new DrillVerifier(DepartmentRecords.read(simulators), accounts, target.fresh()).judge(findings);
    progress.accept(questions.lastLine());
    QuestionVerifier.read(simulators).judge(questions.told(), findings);
    if (order.faults().isEmpty() && questions.unanswered() > 0) {
      findings.wrong("questions", "some got no answer although everything worked");
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
      CasePlan ledger, Map<String, HubClient> lines, HubClient simulators, Latencies acknowledged)
      throws InterruptedException {
    Map<String, CaseSender> counters = new HashMap<>();
    HubClient nobody = HubClient.of(target.hub(), SecretFolder.random());
    lines.forEach((centre, line) -> counters.put(centre, new CaseSender(line, nobody)));
    LoadPhase load =
        new LoadPhase(
            accounts,
            centre -> Objects.requireNonNull(counters.get(centre)),
            CONNECTIONS,
            acknowledged);
    try (Stream<PlannedCase> cases = ledger.read()) {
      if (order.faults().isEmpty()) {
        return load.run(cases, order.rate());
      }
      FaultInjector mischief = new FaultInjector(simulators, order.faults(), order.seed());
      Thread thread = DaemonThreads.named("mischief").newThread(mischief);
      thread.start();
      double seconds = load.run(cases, order.rate());
      thread.interrupt();
      thread.join();
      mischief.end();
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

  /** Main centres from all over the city: every so many-th of the list. */
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
