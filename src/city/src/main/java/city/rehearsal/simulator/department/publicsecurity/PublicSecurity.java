package city.rehearsal.simulator.department.publicsecurity;

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

/** Public security: an HTTPS server of its own with client certificates; makes cards later. */
public final class PublicSecurity implements Department {
  private static final String PATH = "/rkgl";

  /**
   * Keys and certificates, in PEM.
   *
   * @param server the server's key and certificate
   * @param authority the certificate of the authority that clients' certificates must come from
   * @param signer the key and certificate that sign answers
   * @param hub the certificate that the hub signs with
   */
  public record Keys(String server, String authority, String signer, String hub) {}

  private final HttpServer server;
  private final DecisionScheduler scheduler;
  private final ResultSender<HubClient.Result> results;

  /**
   * @param folder for the server's files
   * @param hubToken the file with this department's token at the hub
   */
  public PublicSecurity(DepartmentContext context, Keys keys, Path folder, URI hub, Path hubToken) {
    EnvelopeSigner own = Certificates.signer(keys.server());
    ReservedPort port = new ReservedPort(folder.resolve("port"));
    server =
        new HttpServer(
            port.number(),
            folder,
            Certificates.tls(own, Certificates.certificate(keys.authority())));
    results =
        new HubClient(hub, context.backEnd(), "application/xml; charset=UTF-8", hubToken)
            .sender(context, Answer::next);
    scheduler = new DecisionScheduler(context, results::submit);
    server.serve(
        PATH,
        new RegistryServlet(
            context.with(server),
            new RequestHandler(context, scheduler),
            new SignatureVerifier(Certificates.certificate(keys.hub()), Clock.systemUTC()),
            Certificates.signer(keys.signer()),
            own)); // the server's own key is of the same authority, but not the one that signs
    server.open();
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(URI.create("https://127.0.0.1:" + server.port() + PATH));
  }

  @Override
  public void start() {
    scheduler.start();
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
    results.close();
    scheduler.close();
    server.close();
  }
}
