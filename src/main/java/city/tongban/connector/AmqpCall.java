package city.tongban.connector;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.apache.qpid.jms.message.JmsMessage;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;
import org.apache.qpid.proton.amqp.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * One message on a queue of theirs; the call is the queue's name. It is over when their broker has
 * said that it keeps the message.
 */
final class AmqpCall extends TransportCall implements MessageCreatedStrategy {
  private final Symbol contentType;

  AmqpCall(String contentType) {
    this.contentType = Symbol.valueOf(contentType);
  }

  @Override
  void address(Message message, String queue) {
    message.setHeader(JmsConstants.JMS_DESTINATION_NAME, queue);
  }

  /** Writes on the envelope what they go by: the delivery's id, the case, what is inside. */
  @Override
  public void onMessageCreated(
      jakarta.jms.Message message, Session session, Exchange exchange, @Nullable Throwable cause) {
    String delivery = String.valueOf(kept(exchange).get("HubDelivery"));
    AmqpIds.next(delivery);
    try {
      message.setJMSCorrelationID(delivery.substring(0, Math.max(0, delivery.lastIndexOf('/'))));
    } catch (JMSException e) {
      throw RuntimeCamelException.wrapRuntimeCamelException(e);
    }
    if (message instanceof JmsMessage amqp
        && amqp.getFacade() instanceof AmqpJmsMessageFacade envelope) {
      envelope.setContentType(contentType); // JMS has no word for it
    }
  }

  @Override
  Answered answered(Message answer, long began) {
    return new Answered(0, null, new byte[0]);
  }
}
