package city.tongban.transport.amqp;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages from their queue, one thread for one consumer. One whose text cannot be decoded
 * comes as a message without a body; the client would fail, again and again, before anybody heard.
 */
final class AmqpListenerContainer extends DefaultJmsMessageListenerContainer {
  private @Nullable Session session;

  AmqpListenerContainer(JmsEndpoint endpoint) {
    super(endpoint);
  }

  /**
   * Whether it stands for one that cannot be decoded: only what came from a queue says from which.
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
