package city.rehearsal.simulator.department.tradeunion;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Pacing;
import city.rehearsal.simulator.protocol.amqp.AmqpBroker;
import city.rehearsal.simulator.protocol.broker.QueueProcessor;
import city.rehearsal.simulator.protocol.broker.Queues;
import city.rehearsal.simulator.protocol.tcp.PemIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The trade union: its broker, and what works on the messages there. */
public final class TradeUnion implements Department {
  private static final Queues QUEUES = new Queues("applications", "decisions", "dead", "given-up");

  /** Two of three applications are decided at once, the others some business hours later. */
  public static final Pacing PACING =
      Pacing.later(Duration.ofHours(1), Duration.ofHours(12))
          .immediately(67, Duration.ZERO, Duration.ofMillis(600));

  private final AmqpBroker broker;
  private final QueueProcessor<Notice> processor;

  /**
   * @param folder where its broker keeps the messages
   * @param caller {@code user:password} of the hub
   * @param key its broker's private key with certificate, in PEM
   */
  public TradeUnion(DepartmentContext context, Path folder, String caller, String key)
      throws IOException {
    broker = new AmqpBroker(context, folder, QUEUES, caller, new PemIdentity(key));
    processor =
        new QueueProcessor<>(
            context,
            broker.client(),
            QUEUES,
            new UnionFormat(),
            new QueueProcessor.Rules(PACING, ApplicationRegister.Serial.yearly("GH")));
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(broker.address());
  }

  @Override
  public void start() {
    processor.start();
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(
        FaultKind.DUPLICATE_RESULT,
        FaultKind.LATE_RESULT,
        FaultKind.LOST_ACKNOWLEDGEMENT,
        FaultKind.UNKNOWN_VERSION,
        FaultKind.UNKNOWN_LINE);
  }

  @Override
  public void close() throws IOException {
    processor.close();
    broker.close();
  }
}
