package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.mllp.MllpServer;
import java.util.Optional;

/**
 * Takes orders one at a time. A message that was received before gets the same acknowledgement; the
 * same id with other content is refused.
 */
final class RequestHandler implements MllpServer.Responder {
  private final ApplicationRegister register;
  private final BusinessClock clock;
  private final ReceivedMessages received;

  RequestHandler(ApplicationRegister register, BusinessClock clock, ReceivedMessages received) {
    this.register = register;
    this.clock = clock;
    this.received = received;
  }

  @Override
  public synchronized Hl7Message acknowledge(byte[] message) {
    String id = OrderReader.controlId(message);
    try {
      if (received.hasOtherContent(id, message)) {
        throw new Hl7Exception("205^Duplicate key identifier", "MSH-10: 同一编号内容不同");
      }
      Optional<StoredMessage> stored = register.find(id);
      if (stored.isEmpty()) {
        stored = OrderReader.read(message).storeIn(register);
        stored.ifPresent(taken -> received.add(id, message));
      }
      return stored
          .map(Hl7Message::acknowledgement)
          .orElseGet(() -> Hl7Message.refusal(id, "3102", "查无此申请", clock.now()));
    } catch (Hl7Exception e) {
      return Hl7Message.malformed(id, e, clock.now());
    }
  }

  @Override
  public Hl7Message refuseBusy(byte[] message) {
    return Hl7Message.refusal(OrderReader.controlId(message), "9001", "系统繁忙，请稍后再试", clock.now());
  }
}
