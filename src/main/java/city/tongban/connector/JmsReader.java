package city.tongban.connector;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;

/**
 * Takes messages from their queue. One that failed for a reason of ours goes back as if nobody had
 * had it: their broker would count, and lay a good answer aside while our database is away.
 */
final class JmsReader extends DefaultJmsMessageListenerContainer {
  JmsReader(JmsEndpoint endpoint) {
    super(endpoint);
  }

  @Override
  protected void rollbackOnExceptionIfNecessary(Session session, Throwable failure)
      throws JMSException {
    if (session instanceof ActiveMQSession theirs) {
      try {
        theirs.getCoreSession().rollback(false);
      } catch (ActiveMQException e) {
        logger.debug("the line is gone, and the message with it", e);
      }
    } else {
      super.rollbackOnExceptionIfNecessary(session, failure);
    }
  }
}
