package city.tongban.transport.queue;

import city.tongban.canonical.HubException;
import city.tongban.transport.TransportCall;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message to a department's queue; the call is the queue's name. It is complete when the
 * broker has confirmed that it stores the message.
 */
public abstract class QueueCall extends TransportCall implements MessageCreatedStrategy {
  @Override
  protected final void address(Message message, String queue) {
    message.setHeader(JmsConstants.JMS_DESTINATION_NAME, queue);
  }

  /** Sets the message properties that the department uses. */
  protected abstract void write(jakarta.jms.Message envelope, String delivery) throws JMSException;

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
  protected final Answered answered(Message answer, long began) {
    return new Answered(0, null, new byte[0]);
  }

  @Override
  protected final Optional<HubException> meaning(List<Throwable> chain) {
    return QueueFailures.of(chain);
  }
}
