package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/** The archives' side: their broker with its door, and their reading room. */
public final class Archives implements Department {
  private final Broker broker;
  private final ReadingRoom room;
  private final URI address;

  /**
   * @param folder where the broker keeps the messages
   * @param secrets where its key and its authority's certificate lie, as {@code archives-server}
   *     and {@code archives-authority}
   * @param caller the certificate of the hub, in PEM
   */
  public Archives(DepartmentContext context, Path folder, Path secrets, String caller)
      throws IOException {
    Broker.Keys keys =
        new Broker.Keys(
            secrets.resolve("archives-server").toAbsolutePath(),
            secrets.resolve("archives-authority").toAbsolutePath());
    broker =
        new Broker(
            folder.resolve("broker"), keys, new Guard(certificate(caller)), context.faults());
    address = broker.open();
    room = new ReadingRoom(context, new Postbox(broker.officeDoor()));
  }

  private static X509Certificate certificate(String pem) throws IOException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IOException("the hub's certificate cannot be read", e);
    }
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(address);
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
    room.start();
  }

  @Override
  public void close() throws IOException {
    room.close();
    broker.close();
  }
}
