package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.ResultSender;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.mllp.MllpClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Calls the hub with a decision. */
record DecisionChannel(MllpClient client, Faults faults)
    implements ResultSender.Channel<Hl7Message> {
  /** What the store remembers of a decision that the hub has acknowledged. */
  static final String KIND = "ORU";

  private static final String UNKNOWN_ORDER = "310104-20180702-999999/1";

  /** The decision that the hub has not acknowledged yet. */
  static Optional<Hl7Message> next(StoredMessage stored) {
    return stored.status().decided() && !stored.acknowledged().contains(KIND)
        ? Optional.of(Hl7Message.decision(stored))
        : Optional.empty();
  }

  @Override
  public boolean recordsRepeats() {
    return false;
  }

  @Override
  public void send(Hl7Message decision) throws IOException {
    if (faults.onResult(FaultKind.LOST_ACKNOWLEDGEMENT).isPresent()) {
      client.call(decision.bytes());
      client.close();
      throw new IOException("fault: break before the acknowledgement arrives");
    }
    if (faults.onResult(FaultKind.UNKNOWN_LINE).isPresent()) {
      client.call(decision.aboutOrder(UNKNOWN_ORDER).bytes());
    }
    String answer = new String(client.call(decision.bytes()), StandardCharsets.UTF_8);
    if (!answer.contains("\rMSA|AA|" + decision.controlId() + "\r")) {
      throw new IOException("the hub refused a decision: " + answer.replace('\r', ' '));
    }
  }
}
