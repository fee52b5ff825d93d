package city.tongban.transport.amqp;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Receives messages from the department's queue, one thread for each consumer. A message whose text
 * cannot be decoded is passed on without a body; otherwise the client would fail again and again
 * before the error is recorded.
 */
final class AmqpListenerContainer extends DefaultJmsMessageListenerContainer {
  private @Nullable Session session;

  AmqpListenerContainer(JmsEndpoint endpoint) {
    super(endpoint);
  }

  /**
   * Whether the message replaces one that cannot be decoded: only a received message has a queue.
   */
  static boolean standsIn(Message message) throws JMSException {
    return message.getJMSDestination() == null;
  }

  @Override
  protected MessageConsumer createListenerConsumer(Session session) throws JMSException {
    this.session = session;
    return super.createListenerConsumer(session);
  }

  @Override
  protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
    try {
      return super.receiveMessage(consumer);
    } catch (JMSException e) {
      if (session == null || !UndecodableMessages.is(e)) {
        throw e;
      }
      return session.createMessage();
    }
  }
}
