package city.rehearsal.simulator.tradeunion;

import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/**
 * Somebody of the office who looks through what readers have rejected: a notice of the office's own
 * is written again as it should be, a few times; anything else is laid away for good, never lost.
 */
final class Undertaker {
  private static final int PATIENCE = 3;

  private final Mailbox mailbox;
  private final Teller teller;
  private final Map<String, Integer> seen = new HashMap<>();

  Undertaker(Mailbox mailbox, Teller teller) {
    this.mailbox = mailbox;
    this.teller = teller;
  }

  void bury(Delivery delivery) throws ClientException {
    Message<?> message = delivery.message();
    String id = String.valueOf(message.messageId());
    boolean hopeful = seen.merge(id, 1, Integer::sum) <= PATIENCE;
    if (!hopeful || !teller.repair(id, String.valueOf(message.correlationId()))) {
      mailbox.giveUp(message);
    }
    delivery.accept();
  }
}
