package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The union's side: its broker, the line that leads to it from outside, and its office. */
public final class TradeUnion implements Department {
  private final Broker broker;
  private final Line line;
  private final Desk desk;
  private final URI address;

  /**
   * @param folder where its broker keeps the messages
   * @param caller {@code user:password} of the hub
   * @param key its broker's private key with certificate, in PEM
   */
  public TradeUnion(DepartmentContext context, Path folder, String caller, String key)
      throws IOException {
    Guard guard = new Guard(caller);
    broker = new Broker(folder.resolve("broker"), guard, context.faults());
    line =
        new Line(
            new ReservedPort(folder.resolve("port")), broker.open(), guard, context.faults(), key);
    desk = new Desk(context, new Mailbox(broker.port(), guard.ownPassword()));
    address = line.open();
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(address);
  }

  @Override
  public void start() throws IOException {
    desk.start();
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
    line.close();
    desk.close();
    broker.close();
  }
}
