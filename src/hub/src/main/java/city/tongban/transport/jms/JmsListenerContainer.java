package city.tongban.transport.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages from their queue. One that failed for a reason of ours goes back as if nobody had
 * had it: their broker would count, and lay a good answer aside while our database is away.
 */
final class JmsListenerContainer extends DefaultJmsMessageListenerContainer {
  JmsListenerContainer(JmsEndpoint endpoint) {
    super(endpoint);
  }

  /** By message: what is acknowledged by session is counted the moment it is handed on. */
  @Override
  protected Session createSession(Connection connection) throws JMSException {
    return connection.createSession(false, ActiveMQJMSConstants.INDIVIDUAL_ACKNOWLEDGE);
  }

  /** Not what has been given back, which is not ours any more. */
  @Override
  protected void commitIfNecessary(Session session, @Nullable Message message) throws JMSException {
    if (session instanceof ActiveMQSession theirs && theirs.isRecoverCalled()) {
      theirs.setRecoverCalled(false);
    } else {
      super.commitIfNecessary(session, message);
    }
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
