package city.tongban.simulator.housing;

import city.tongban.simulator.office.Department;
import city.tongban.simulator.office.Office;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

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
    webHooks = new WebHooks(office.book(), office.faults(), new HubLine(hub, hubToken));
    desk = new Desk(office.book(), office.clock(), webHooks::ring);
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
  public void close() {
    webHooks.close();
    desk.close();
  }
}
