package city.tongban.transport.queue;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Connector;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one back-end's broker. A connection that it hands out stands: what goes wrong before
 * that is certain not to have carried anything, and is told so.
 */
public abstract class QueueConnectionFactory implements ConnectionFactory {
  private static final Logger LOG = LoggerFactory.getLogger(QueueConnectionFactory.class);

  protected final Connector connector;
  private volatile boolean away;

  public QueueConnectionFactory(Connector connector) {
    this.connector = connector;
  }

  /** Asks the client's library for one, with the secrets as they are now. */
  protected abstract Connection made() throws JMSException;

  /** Why none could be had. */
  protected abstract HubException meaning(JMSException e);

  /** One library knocks at the door when a connection is made, the other when it is started. */
  @Override
  public final Connection createConnection() throws JMSException {
    Connection connection = null;
    try {
      connection = made();
      connection.start();
      there();
      return connection;
    } catch (JMSException e) {
      leave(connection);
      HubException why = meaning(e);
      away(why);
      throw why;
    }
  }

  /** Whatever it says: that nothing was carried is told by what went wrong before. */
  private static void leave(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (JMSException e) {
      LOG.debug("a line that never stood could not be closed", e);
    }
  }

  protected static Outage unreachable(JMSException e) {
    return CallFailures.unreachable("the back-end's broker could not be reached")
        .because(ExceptionUtils.getRootCause(e).getClass().getSimpleName())
        .fix("is it running, and is its address right? It is tried again")
        .causedBy(e);
  }

  private void there() {
    if (away) {
      LOG.info("the broker of {} is there again", connector.backEnd());
      away = false;
    }
  }

  /** Whoever reads their queue knocks all day long. */
  private void away(HubException why) {
    if (!away) {
      LOG.warn("the broker of {} is not reached: {}", connector.backEnd(), why.getMessage());
      away = true;
    }
  }

  @Override
  public Connection createConnection(String user, String password) throws JMSException {
    return createConnection();
  }

  @Override
  public JMSContext createContext() {
    throw new UnsupportedOperationException("nothing here uses contexts");
  }

  @Override
  public JMSContext createContext(String user, String password) {
    return createContext();
  }

  @Override
  public JMSContext createContext(String user, String password, int mode) {
    return createContext();
  }

  @Override
  public JMSContext createContext(int mode) {
    return createContext();
  }
}
