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
 * Connects to one back-end's broker. A connection that it returns is open: a failure before that
 * has certainly sent nothing, and is reported as such.
 */
public abstract class QueueConnectionFactory implements ConnectionFactory {
  private static final Logger LOG = LoggerFactory.getLogger(QueueConnectionFactory.class);

  protected final Connector connector;
  private volatile boolean away;

  public QueueConnectionFactory(Connector connector) {
    this.connector = connector;
  }

  /** Creates a connection with the client library, with the secrets as they are now. */
  protected abstract Connection made() throws JMSException;

  /** Why no connection could be opened. */
  protected abstract HubException meaning(JMSException e);

  /** Creates and starts a connection: one library connects on creation, the other on start. */
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

  /** Closes a connection and ignores errors: the first failure is the one that is reported. */
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

  /** Logs once that the broker cannot be reached: a consumer tries to connect all the time. */
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
