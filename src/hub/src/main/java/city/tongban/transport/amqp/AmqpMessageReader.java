package city.tongban.transport.amqp;

import city.tongban.connector.Connector;
import city.tongban.transport.queue.QueueConnectionFactory;
import city.tongban.transport.queue.QueueMessageReader;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;

/**
 * Reads messages by AMQP: they may have a content type, and a refused one is rejected at the
 * broker.
 */
final class AmqpMessageReader extends QueueMessageReader {
  /** The broker moves a message with this acknowledgement to its dead letter address. */
  private static final int REJECTED = 2;

  private static final String ACKNOWLEDGE_AS = "JMS_AMQP_ACK_TYPE";
  private static final String NO_TYPE = "application/octet-stream";

  private final QueueConnectionFactory line;
  private final String queue;

  /**
   * Creates a reader.
   *
   * @param line opens a separate connection to the queue
   */
  AmqpMessageReader(Connector connector, QueueConnectionFactory line, String queue) {
    super(connector);
    this.line = line;
    this.queue = queue;
  }

  @Override
  protected void putAside(JmsMessage refused) throws JMSException {
    Message message = refused.getJmsMessage();
    if (AmqpListenerContainer.standsIn(message)) {
      UndecodableMessages.wearOut(line, queue);
    } else {
      message.setIntProperty(ACKNOWLEDGE_AS, REJECTED);
    }
  }

  @Override
  protected byte[] otherwise(Message message) throws JMSException {
    if (AmqpListenerContainer.standsIn(message)) {
      throw undecodable();
    }
    return super.otherwise(message);
  }

  @Override
  protected String typeOfBytes(Message message) {
    Object theirs =
        message instanceof org.apache.qpid.jms.message.JmsMessage amqp
                && amqp.getFacade() instanceof AmqpJmsMessageFacade envelope
            ? envelope.getContentType()
            : null;
    return theirs == null || theirs.toString().equals(NO_TYPE) ? contentType : theirs.toString();
  }
}
