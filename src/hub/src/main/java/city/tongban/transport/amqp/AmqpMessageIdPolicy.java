package city.tongban.transport.amqp;

import java.util.Objects;
import org.apache.qpid.jms.JmsDestination;
import org.apache.qpid.jms.JmsSession;
import org.apache.qpid.jms.message.JmsMessageIDBuilder;
import org.apache.qpid.jms.policy.JmsMessageIDPolicy;

/**
 * Gives a message the id of the delivery that it carries: by it they know a repeat. JMS makes up an
 * id of its own at the moment of sending, in the thread that sends, and can only be told there.
 */
final class AmqpMessageIdPolicy implements JmsMessageIDPolicy {
  static final AmqpMessageIdPolicy OURS = new AmqpMessageIdPolicy();
  private static final ThreadLocal<String> NEXT = new ThreadLocal<>();

  private AmqpMessageIdPolicy() {}

  /** What this thread sends next is that delivery. */
  static void next(String delivery) {
    NEXT.set(delivery);
  }

  @Override
  public JmsMessageIDPolicy copy() {
    return this;
  }

  @Override
  public JmsMessageIDBuilder getMessageIDBuilder(JmsSession session, JmsDestination destination) {
    return (producer, sequence) -> Objects.requireNonNull(NEXT.get(), "it carries a delivery");
  }
}
