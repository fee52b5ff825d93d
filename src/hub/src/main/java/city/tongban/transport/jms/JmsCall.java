package city.tongban.transport.jms;

import city.tongban.transport.queue.QueueCall;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * Sends a request by JMS: its correlation id is the delivery's, which the answer repeats, and it
 * names the reply queue. The JMS provider sets the message id.
 */
final class JmsCall extends QueueCall {
  @Override
  protected void write(Message envelope, String delivery) throws JMSException {
    envelope.setJMSCorrelationID(delivery);
  }
}
