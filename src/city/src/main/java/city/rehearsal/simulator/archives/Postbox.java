package city.rehearsal.simulator.archives;

import java.io.Closeable;
import java.io.IOException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.jspecify.annotations.Nullable;

/** The office's own access to its broker; opened anew when the broker was away. */
final class Postbox implements Closeable {
  private final ServerLocator locator;
  private @Nullable ClientSession out;

  Postbox(TransportConfiguration door) {
    locator = ActiveMQClient.createServerLocatorWithoutHA(door);
    locator.setBlockOnDurableSend(true);
    locator.setReconnectAttempts(0);
    locator.setConsumerWindowSize(0);
    locator.setUseGlobalPools(false);
    locator.setThreadPoolMaxSize(4);
    locator.setScheduledThreadPoolMaxSize(1);
  }

  /** Returns once the broker keeps it. */
  synchronized void leave(String queue, Writing writing) throws IOException {
    try {
      ClientSession session = out();
      ClientMessage message = writing.in(session);
      try (var producer = session.createProducer()) {
        producer.send(queue, message);
      }
    } catch (ActiveMQException e) {
      forget();
      throw new IOException("the broker does not keep it", e);
    }
  }

  /** Makes a message. */
  interface Writing {
    ClientMessage in(ClientSession session);
  }

  /** A session of its own for somebody who reads. */
  ClientSession session() throws ActiveMQException {
    try {
      ClientSessionFactory factory = locator.createSessionFactory();
      ClientSession session = factory.createSession(true, true, 0);
      session.start();
      return session;
    } catch (ActiveMQException e) {
      throw e;
    } catch (Exception e) {
      throw new ActiveMQException("the office does not get to its broker: " + e);
    }
  }

  private ClientSession out() throws ActiveMQException {
    if (out == null || out.isClosed()) {
      out = session();
    }
    return out;
  }

  private void forget() {
    if (out != null) {
      out.getSessionFactory().close();
      out = null;
    }
  }

  @Override
  public void close() {
    locator.close();
  }
}
