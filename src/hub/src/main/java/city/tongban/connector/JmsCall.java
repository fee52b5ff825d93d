package city.tongban.connector;

import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * A request by JMS: its correlation id is the delivery's, which their answer repeats; the queue for
 * that stands on it too. The message's own id is the library's to give.
 */
final class JmsCall extends QueueCall {
  @Override
  void write(Message envelope, String delivery) throws JMSException {
    envelope.setJMSCorrelationID(delivery);
  }
}
