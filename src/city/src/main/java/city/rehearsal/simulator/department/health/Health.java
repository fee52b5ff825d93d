package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.DecisionScheduler;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Pacing;
import city.rehearsal.simulator.core.ReservedPort;
import city.rehearsal.simulator.core.ResultSender;
import city.rehearsal.simulator.core.RetryExecutor;
import city.rehearsal.simulator.protocol.mllp.MllpClient;
import city.rehearsal.simulator.protocol.mllp.MllpServer;
import city.rehearsal.simulator.protocol.tcp.PemIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** The health bureau: a server for orders, and a client that calls the hub with decisions. */
public final class Health implements Department {
  /** Two of three applications are decided at once, the others some business hours later. */
  public static final Pacing PACING =
      Pacing.later(Duration.ofHours(1), Duration.ofHours(12))
          .immediately(67, Duration.ZERO, Duration.ofMillis(500));

  private static final long RETRY_MILLIS_MAX = 8_000;

  private final ReceivedMessages received;
  private final MllpServer server;
  private final MllpClient client;
  private final DecisionScheduler scheduler;
  private final ResultSender<Hl7Message> sender;
  private final URI address;
  private final URI hub;

  /**
   * @param folder where it keeps what it has received
   * @param key its key with certificate, in PEM
   * @param authority by which the hub's certificate is issued, in PEM
   */
  public Health(DepartmentContext context, Path folder, String key, String authority)
      throws IOException {
    PemIdentity identity = new PemIdentity(key);
    SSLContext trusting = identity.contextTrusting(authority);
    hub = URI.create("mllps://127.0.0.1:" + new ReservedPort(folder.resolve("hub-port")).number());
    client = new MllpClient(hub, trusting);
    sender =
        new ResultSender<>(
            context,
            new RetryExecutor(context.backEnd() + "-results", 1, RETRY_MILLIS_MAX),
            DecisionChannel::next,
            decision -> DecisionChannel.KIND,
            new DecisionChannel(client, context.faults()));
    scheduler = new DecisionScheduler(context, sender::submit);
    received = new ReceivedMessages(folder.resolve("seen"));
    ApplicationRegister register =
        new ApplicationRegister(
            context, ApplicationRegister.Serial.yearly("WJ"), PACING, scheduler);
    server =
        new MllpServer(
            context.backEnd(),
            context.faults(),
            new MllpServer.Tls(trusting, identity.contextTrusting(key)), // it trusts only itself
            new RequestHandler(register, context.clock(), received));
    address = server.start(new ReservedPort(folder.resolve("port")).number());
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(address);
  }

  @Override
  public Optional<URI> hubAddress() {
    return Optional.of(hub);
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(
        FaultKind.OTHER_MESSAGE,
        FaultKind.UNFINISHED,
        FaultKind.TWO_ANSWERS,
        FaultKind.UNKNOWN_CHARSET,
        FaultKind.HALF_ANSWER,
        FaultKind.DUPLICATE_RESULT,
        FaultKind.LATE_RESULT,
        FaultKind.LOST_ACKNOWLEDGEMENT,
        FaultKind.UNKNOWN_LINE);
  }

  @Override
  public void start() {
    scheduler.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    scheduler.close();
    sender.close();
    client.close();
    received.close();
  }
}
