package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.office.Department;
import city.rehearsal.simulator.office.Desk;
import city.rehearsal.simulator.office.FaultKind;
import city.rehearsal.simulator.office.FrontDoor;
import city.rehearsal.simulator.office.HubLine;
import city.rehearsal.simulator.office.Office;
import city.rehearsal.simulator.office.OwnPort;
import city.rehearsal.simulator.office.WebHooks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Public security: a counter behind a door of its own, and the workshop that makes the cards. */
public final class PublicSecurity implements Department {
  private static final String PATH = "/rkgl";

  /**
   * Keys and certificates, in PEM.
   *
   * @param server what the door shows
   * @param authority whoever has a certificate of it may come in
   * @param signer what the department signs with
   * @param hub the certificate that the hub signs with
   */
  public record Keys(String server, String authority, String signer, String hub) {}

  private final FrontDoor door;
  private final Desk workshop;
  private final WebHooks webHooks;

  /**
   * Moves in behind a door of its own.
   *
   * @param hubToken the file that holds our token at the hub
   */
  public PublicSecurity(Office office, Keys keys, Path work, URI hub, Path hubToken) {
    Clock wall = Clock.systemUTC();
    Seal server = Papers.seal(keys.server());
    OwnPort port = new OwnPort(work.resolve("port"));
    door =
        new FrontDoor(
            port.number(), work, Papers.door(server, Papers.certificate(keys.authority())));
    HubLine line = new HubLine(hub, office.backEnd(), "application/xml; charset=UTF-8", hubToken);
    webHooks = new WebHooks(office, line, Answer::next, Pace::ringsTwice);
    workshop = new Desk("card-workshop", office.book(), office.clock(), webHooks::ring);
    Counter counter = new Counter(office.book(), office.clock(), wall, workshop::lay);
    door.serve(
        PATH,
        new RegistryServlet(
            office.behind(door),
            counter,
            new Gatekeeper(Papers.certificate(keys.hub()), wall),
            Papers.seal(keys.signer()),
            server, // of the same authority, and not what they sign with: a stranger's
            wall));
    door.open();
  }

  @Override
  public Optional<URI> ownDoor() {
    return Optional.of(URI.create("https://127.0.0.1:" + door.port() + PATH));
  }

  @Override
  public void start() {
    workshop.start();
    webHooks.start();
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(
        FaultKind.UNSIGNED,
        FaultKind.STRANGER,
        FaultKind.STALE,
        FaultKind.OTHER_PART,
        FaultKind.DUPLICATE_RESULT,
        FaultKind.LATE_RESULT);
  }

  @Override
  public void close() {
    webHooks.close();
    workshop.close();
    door.close();
  }
}
