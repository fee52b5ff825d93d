package city.tongban.connector;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.jspecify.annotations.Nullable;

/**
 * One message on a queue of theirs; the call is the queue's name. It is over when their broker has
 * said that it keeps the message.
 */
abstract class QueueCall extends TransportCall implements MessageCreatedStrategy {
  @Override
  final void address(Message message, String queue) {
    message.setHeader(JmsConstants.JMS_DESTINATION_NAME, queue);
  }

  /** Writes on the envelope what they go by. */
  abstract void write(jakarta.jms.Message envelope, String delivery) throws JMSException;

  @Override
  public final void onMessageCreated(
      jakarta.jms.Message message, Session session, Exchange exchange, @Nullable Throwable cause) {
    try {
      write(message, String.valueOf(kept(exchange).get("HubDelivery")));
    } catch (JMSException e) {
      throw RuntimeCamelException.wrapRuntimeCamelException(e);
    }
  }

  @Override
  final Answered answered(Message answer, long began) {
    return new Answered(0, null, new byte[0]);
  }
}
