package city.tongban.transport.amqp;

import city.tongban.transport.queue.QueueCall;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.qpid.jms.message.JmsMessage;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;
import org.apache.qpid.proton.amqp.Symbol;

/**
 * Sends a message by AMQP: its id is the delivery's, its correlation id the case number, and it has
 * a content type.
 */
final class AmqpCall extends QueueCall {
  private final Symbol contentType;

  AmqpCall(String contentType) {
    this.contentType = Symbol.valueOf(contentType);
  }

  @Override
  protected void write(Message envelope, String delivery) throws JMSException {
    AmqpMessageIdPolicy.next(delivery);
    envelope.setJMSCorrelationID(delivery.substring(0, Math.max(0, delivery.lastIndexOf('/'))));
    if (envelope instanceof JmsMessage amqp
        && amqp.getFacade() instanceof AmqpJmsMessageFacade facade) {
      facade.setContentType(contentType); // JMS has no name for it
    }
  }
}
