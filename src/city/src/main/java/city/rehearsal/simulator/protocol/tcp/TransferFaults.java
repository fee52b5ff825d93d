package city.rehearsal.simulator.protocol.tcp;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The faults of one connection on which a caller sends messages, the server confirms each, and the
 * caller acknowledges what it has fetched.
 */
public final class TransferFaults {
  /** The faults that occur after the server has the message. */
  private static final List<FaultKind> AFTER =
      List.of(FaultKind.LOST_ANSWER, FaultKind.SILENT, FaultKind.SLOW);

  private final Faults faults;
  private final AtomicReference<Injection> onConfirmation = new AtomicReference<>();

  public TransferFaults(Faults faults) {
    this.faults = faults;
  }

  /** A message goes to the server: chooses what happens to its confirmation. */
  public void sent() {
    // null leaves the choice for an earlier message that the server has not confirmed yet
    faults.onAny(AFTER).ifPresent(onConfirmation::set);
  }

  /** The caller acknowledges a message that it has fetched. */
  public void acknowledged() throws IOException {
    if (faults.on(FaultKind.LOST_ACKNOWLEDGEMENT).isPresent()) {
      throw new IOException("fault: break before the acknowledgement reaches the server");
    }
  }

  /**
   * The server confirms a message.
   *
   * @return false when the confirmation is swallowed
   * @throws IOException when the connection breaks here
   */
  public boolean passesConfirmation() throws IOException, InterruptedException {
    Injection injection = onConfirmation.getAndSet(null);
    if (injection == null) {
      return true;
    }
    if (injection.kind() == FaultKind.LOST_ANSWER) {
      throw new IOException("fault: break after the server has the message");
    }
    TimeUnit.MILLISECONDS.sleep(injection.kind() == FaultKind.SLOW ? injection.millis() : 0);
    return injection.kind() == FaultKind.SLOW;
  }
}
