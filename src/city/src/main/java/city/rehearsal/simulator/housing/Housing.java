package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.office.Department;
import city.rehearsal.simulator.office.Desk;
import city.rehearsal.simulator.office.FaultKind;
import city.rehearsal.simulator.office.HubLine;
import city.rehearsal.simulator.office.Office;
import city.rehearsal.simulator.office.WebHooks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The housing administration: its counter, its desk, and the bell by which it tells the hub. */
public final class Housing implements Department {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  private final Desk desk;
  private final WebHooks webHooks;

  /**
   * @param client the hub's {@code id:secret}
   * @param hubToken the file that holds our token at the hub
   */
  public Housing(Office office, String client, URI hub, Path hubToken) {
    Clock wall = Clock.systemUTC();
    HubLine line = new HubLine(hub, office.backEnd(), "application/json", hubToken);
    webHooks = new WebHooks(office, line, Results::next, Pace::ringsTwice);
    desk = new Desk("housing-desk", office.book(), office.clock(), webHooks::ring);
    Register register = new Register(office.book(), office.clock(), wall, desk::lay);
    Tokens tokens = new Tokens(client, TOKEN_LIFE, wall);
    office.door().serve("/housing/*", new HousingServlet(office, register, tokens));
  }

  @Override
  public void start() {
    desk.start();
    webHooks.start();
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
