package city.rehearsal.simulator.protocol.amqp;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import city.rehearsal.simulator.protocol.broker.BrokerAccess;
import city.rehearsal.simulator.protocol.tcp.TcpProxy;
import city.rehearsal.simulator.protocol.tcp.TransferFaults;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Passes AMQP frames on both ways, and breaks the connection where a fault says so. */
final class AmqpFilter implements TcpProxy.Filter {
  private static final List<FaultKind> BEFORE =
      List.of(FaultKind.DOWN, FaultKind.WRONG_CREDENTIAL, FaultKind.RESET);

  private final Faults faults;
  private final BrokerAccess access;
  private final TransferFaults transfers;

  AmqpFilter(Faults faults, BrokerAccess access) {
    this.faults = faults;
    this.access = access;
    this.transfers = new TransferFaults(faults);
  }

  @Override
  public void toServer(InputStream from, OutputStream to) throws IOException {
    if (faults.on(FaultKind.DOWN).isPresent()) {
      throw new IOException("fault: the broker is down");
    }
    DataInputStream in = new DataInputStream(new BufferedInputStream(from));
    for (var frame = AmqpFrame.read(in); frame.isPresent(); frame = AmqpFrame.read(in)) {
      if (frame.get().isDisposition()) {
        transfers.acknowledged();
      } else if (frame.get().isTransfer()) {
        breakBeforeTransfer();
        transfers.sent();
      }
      pass(frame.get(), to);
    }
  }

  private void breakBeforeTransfer() throws IOException {
    Optional<Injection> before = faults.onAny(BEFORE);
    if (before.isPresent()) {
      if (before.get().kind() == FaultKind.WRONG_CREDENTIAL) {
        access.refuseNextLogin();
      }
      throw new IOException("fault: break before the broker has the message");
    }
  }

  @Override
  public void toCaller(InputStream from, OutputStream to) throws IOException, InterruptedException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from));
    for (var frame = AmqpFrame.read(in); frame.isPresent(); frame = AmqpFrame.read(in)) {
      if (!frame.get().isDisposition() || transfers.passesConfirmation()) {
        pass(frame.get(), to);
      }
    }
  }

  private static void pass(AmqpFrame frame, OutputStream to) throws IOException {
    to.write(frame.bytes());
    to.flush();
  }
}
