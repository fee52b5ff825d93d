package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.DecisionScheduler;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.ResultSender;
import city.rehearsal.simulator.protocol.http.HubClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The housing administration: its counter, its desk, and the bell by which it tells the hub. */
public final class Housing implements Department {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  private final DecisionScheduler desk;
  private final ResultSender<HubClient.Result> webHooks;

  /**
   * @param client the hub's {@code id:secret}
   * @param hubToken the file that holds our token at the hub
   */
  public Housing(DepartmentContext context, String client, URI hub, Path hubToken) {
    Clock wall = Clock.systemUTC();
    HubClient line = new HubClient(hub, context.backEnd(), "application/json", hubToken);
    webHooks = line.sender(context, Results::next);
    desk = new DecisionScheduler(context, webHooks::submit);
    Register register = new Register(context.store(), context.clock(), wall, desk::schedule);
    Tokens tokens = new Tokens(client, TOKEN_LIFE, wall);
    context.http().serve("/housing/*", new HousingServlet(context, register, tokens));
  }

  @Override
  public void start() {
    desk.start();
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(FaultKind.DUPLICATE_RESULT, FaultKind.LATE_RESULT);
  }

  @Override
  public void close() {
    webHooks.close();
    desk.close();
  }
}
