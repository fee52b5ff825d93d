package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.protocol.broker.QueueProcessor;
import city.rehearsal.simulator.protocol.broker.Queues;
import city.rehearsal.simulator.protocol.jms.JmsBroker;
import city.rehearsal.simulator.protocol.tcp.PemIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The archives: their broker, and what works on the messages there. */
public final class Archives implements Department {
  /** The answers' queue belongs to the one institution that asks. */
  static final Queues QUEUES = new Queues("DACX.QQ", "DACX.HF.TONGBAN", "DACX.SX", "DACX.CD");

  private final JmsBroker broker;
  private final QueueProcessor<Answer> processor;

  /**
   * @param folder where the broker keeps the messages
   * @param secrets where its key and its authority's certificate are, as {@code archives-server}
   *     and {@code archives-authority}
   * @param caller the certificate of the hub, in PEM
   */
  public Archives(DepartmentContext context, Path folder, Path secrets, String caller)
      throws IOException {
    broker =
        new JmsBroker(
            context,
            folder,
            QUEUES,
            new JmsBroker.Tls(
                secrets.resolve("archives-server").toAbsolutePath(),
                secrets.resolve("archives-authority").toAbsolutePath(),
                PemIdentity.certificate(caller)));
    processor =
        new QueueProcessor<>(
            context,
            broker.client(),
            QUEUES,
            new ArchivesFormat(),
            new QueueProcessor.Rules(WorkingHours.PACING, ApplicationRegister.Serial.yearly("DA")));
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(broker.address());
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(
        FaultKind.DUPLICATE_RESULT,
        FaultKind.LATE_RESULT,
        FaultKind.LOST_ACKNOWLEDGEMENT,
        FaultKind.WRONG_DIGEST,
        FaultKind.BROKER_RESTART,
        FaultKind.FOREIGN_CORRELATION,
        FaultKind.BROKEN_ATTACHMENT,
        FaultKind.OBJECT_MESSAGE);
  }

  @Override
  public void start() {
    processor.start();
  }

  @Override
  public void close() throws IOException {
    processor.close();
    broker.close();
  }
}
