package city.rehearsal.simulator.protocol.broker;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The department's own connection to its broker; it reconnects after a restart of the broker. */
public final class BrokerClient implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerClient.class);
  private static final long RECEIVE_MILLIS = 500;
  private static final long RECONNECT_MILLIS = 200;

  private final ServerLocator locator;
  private final List<Thread> readers = new ArrayList<>();
  private @Nullable ClientSession sending;
  private volatile boolean open = true;

  /** Handles one message, which is acknowledged when this returns. */
  public interface Handler {
    void handle(ClientMessage message) throws IOException;
  }

  /** Makes one message. */
  public interface Writer {
    ClientMessage write(ClientSession session);
  }

  public BrokerClient(EmbeddedBroker broker) {
    locator = ActiveMQClient.createServerLocatorWithoutHA(broker.connector());
    locator.setBlockOnDurableSend(true);
    locator.setReconnectAttempts(0);
    locator.setConsumerWindowSize(0);
    locator.setUseGlobalPools(false);
    locator.setThreadPoolMaxSize(4);
    locator.setScheduledThreadPoolMaxSize(1);
  }

  /** Returns when the broker has stored the message. */
  public synchronized void send(String queue, Writer writer) throws IOException {
    try {
      if (sending == null || sending.isClosed()) {
        sending = newSession();
      }
      ClientMessage message = writer.write(sending);
      try (var producer = sending.createProducer()) {
        producer.send(queue, message);
      }
    } catch (ActiveMQException e) {
      if (sending != null) {
        sending.getSessionFactory().close();
        sending = null;
      }
      throw new IOException("the broker has not stored a message", e);
    }
  }

  /** Reads a queue message by message, on a thread of its own. */
  public void read(String queue, Handler handler) {
    Thread reader = new Thread(() -> readOn(queue, handler), "read-" + queue);
    reader.setDaemon(true);
    readers.add(reader);
    reader.start();
  }

  private void readOn(String queue, Handler handler) {
    try {
      while (open) {
        try {
          readUntilBroken(queue, handler);
        } catch (ActiveMQException | IOException | RuntimeException e) {
          LOG.debug("the queue {} is read again later: {}", queue, e.toString());
          TimeUnit.MILLISECONDS.sleep(RECONNECT_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readUntilBroken(String queue, Handler handler)
      throws ActiveMQException, IOException {
    ClientSession session = newSession();
    try (ClientConsumer consumer = session.createConsumer(queue)) {
      while (open && !consumer.isClosed()) {
        ClientMessage message = consumer.receive(RECEIVE_MILLIS);
        if (message != null) {
          handler.handle(message);
          message.acknowledge();
        }
      }
    } finally {
      session.getSessionFactory().close();
    }
  }

  private ClientSession newSession() throws ActiveMQException {
    try {
      ClientSession session = locator.createSessionFactory().createSession(true, true, 0);
      session.start();
      return session;
    } catch (ActiveMQException e) {
      throw e;
    } catch (Exception e) {
      throw new ActiveMQException("the department cannot connect to its broker: " + e);
    }
  }

  @Override
  public void close() {
    open = false;
    readers.forEach(Thread::interrupt);
    locator.close();
  }
}
