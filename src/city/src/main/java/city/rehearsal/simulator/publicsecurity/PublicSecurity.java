package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.core.DecisionScheduler;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.HttpServer;
import city.rehearsal.simulator.core.ReservedPort;
import city.rehearsal.simulator.core.ResultSender;
import city.rehearsal.simulator.protocol.http.HubClient;
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

  private final HttpServer door;
  private final DecisionScheduler workshop;
  private final ResultSender<HubClient.Result> webHooks;

  /**
   * Moves in behind a door of its own.
   *
   * @param hubToken the file that holds our token at the hub
   */
  public PublicSecurity(DepartmentContext context, Keys keys, Path work, URI hub, Path hubToken) {
    Clock wall = Clock.systemUTC();
    Seal server = Papers.seal(keys.server());
    ReservedPort port = new ReservedPort(work.resolve("port"));
    door =
        new HttpServer(
            port.number(), work, Papers.door(server, Papers.certificate(keys.authority())));
    HubClient line =
        new HubClient(hub, context.backEnd(), "application/xml; charset=UTF-8", hubToken);
    webHooks = line.sender(context, Answer::next);
    workshop = new DecisionScheduler(context, webHooks::submit);
    Counter counter = new Counter(context.store(), context.clock(), wall, workshop::schedule);
    door.serve(
        PATH,
        new RegistryServlet(
            context.with(door),
            counter,
            new Gatekeeper(Papers.certificate(keys.hub()), wall),
            Papers.seal(keys.signer()),
            server, // of the same authority, and not what they sign with: a stranger's
            wall));
    door.open();
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(URI.create("https://127.0.0.1:" + door.port() + PATH));
  }

  @Override
  public void start() {
    workshop.start();
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
