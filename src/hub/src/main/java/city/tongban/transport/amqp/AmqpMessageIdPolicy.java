package city.tongban.transport.amqp;

import java.util.Objects;
import org.apache.qpid.jms.JmsDestination;
import org.apache.qpid.jms.JmsSession;
import org.apache.qpid.jms.message.JmsMessageIDBuilder;
import org.apache.qpid.jms.policy.JmsMessageIDPolicy;

/**
 * Gives a message the id of its delivery, by which the department recognises a repeat. JMS creates
 * the id during the send, in the sending thread, and it can only be set there.
 */
final class AmqpMessageIdPolicy implements JmsMessageIDPolicy {
  static final AmqpMessageIdPolicy OURS = new AmqpMessageIdPolicy();
  private static final ThreadLocal<String> NEXT = new ThreadLocal<>();

  private AmqpMessageIdPolicy() {}

  /** Sets the delivery whose message this thread sends next. */
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
