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
 * Receives messages from the department's queue. A message that failed for a reason of the hub is
 * returned uncounted: otherwise the broker would count the tries and move a valid answer to its
 * dead letter queue while the hub's database is down.
 */
final class JmsListenerContainer extends DefaultJmsMessageListenerContainer {
  JmsListenerContainer(JmsEndpoint endpoint) {
    super(endpoint);
  }

  /**
   * Individual acknowledgement: with a session acknowledgement a message counts as soon as it is
   * passed on.
   */
  @Override
  protected Session createSession(Connection connection) throws JMSException {
    return connection.createSession(false, ActiveMQJMSConstants.INDIVIDUAL_ACKNOWLEDGE);
  }

  /** Skips a message that has been returned: it does not belong to this consumer any more. */
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
