package city.tongban.transport.jms;

import city.tongban.transport.queue.QueueCall;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * A request by JMS: its correlation id is the delivery's, which their answer repeats; the queue for
 * that stands on it too. The message's own id is the library's to give.
 */
final class JmsCall extends QueueCall {
  @Override
  protected void write(Message envelope, String delivery) throws JMSException {
    envelope.setJMSCorrelationID(delivery);
  }
}
