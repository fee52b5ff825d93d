package city.rehearsal.simulator.department.housing;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DecisionScheduler;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Pacing;
import city.rehearsal.simulator.core.ResultSender;
import city.rehearsal.simulator.protocol.http.HubClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** The housing administration: decides filings later, and posts results to the hub's web-hook. */
public final class Housing implements Department {
  /** Half of the filings within two seconds, the others some business hours later. */
  static final Pacing PACING =
      Pacing.later(Duration.ofHours(2), Duration.ofHours(24))
          .immediately(50, Duration.ofMillis(200), Duration.ofSeconds(2))
          .withReview(Duration.ofMillis(100));

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  private final DecisionScheduler scheduler;
  private final ResultSender<HubClient.Result> results;

  /**
   * @param client the hub's {@code id:secret}
   * @param hubToken the file with this department's token at the hub
   */
  public Housing(DepartmentContext context, String client, URI hub, Path hubToken) {
    results =
        new HubClient(hub, context.backEnd(), "application/json", hubToken)
            .sender(context, ResultWriter::next);
    scheduler = new DecisionScheduler(context, results::submit);
    ApplicationRegister register =
        new ApplicationRegister(
            context,
            (message, at, number) ->
                String.format(
                    Locale.ROOT,
                    "%s%d%07d",
                    message.item().substring(0, 2),
                    BusinessClock.local(at).getYear(),
                    number),
            PACING,
            scheduler);
    OAuthTokens tokens = new OAuthTokens(client, TOKEN_LIFE, Clock.systemUTC());
    context.http().serve("/housing/*", new HousingServlet(context, register, tokens));
  }

  @Override
  public void start() {
    scheduler.start();
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(FaultKind.DUPLICATE_RESULT, FaultKind.LATE_RESULT);
  }

  @Override
  public void close() {
    results.close();
    scheduler.close();
  }
}
