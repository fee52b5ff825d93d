package city.rehearsal.simulator.archives;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who reads one queue, message by message; each is off the queue when it is dealt with.
 */
final class Reader implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
  private static final long LOOK_MILLIS = 500;
  private static final long PAUSE_MILLIS = 200;

  private final Postbox postbox;
  private final String queue;
  private final Reading reading;
  private final Thread thread;
  private volatile boolean open = true;

  /** What is done with a message. */
  interface Reading {
    void read(ClientMessage message) throws IOException;
  }

  Reader(Postbox postbox, String queue, Reading reading) {
    this.postbox = postbox;
    this.queue = queue;
    this.reading = reading;
    this.thread = new Thread(this::work, "archives-" + queue);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void work() {
    try {
      while (open) {
        try {
          read();
        } catch (ActiveMQException | IOException | RuntimeException e) {
          LOG.debug("{} is read on later: {}", queue, e.toString());
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS); // the broker comes back
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() throws ActiveMQException, IOException {
    ClientSession session = postbox.session();
    try (ClientConsumer consumer = session.createConsumer(queue)) {
      while (open && !consumer.isClosed()) {
        ClientMessage message = consumer.receive(LOOK_MILLIS);
        if (message != null) {
          reading.read(message);
          message.acknowledge();
        }
      }
    } finally {
      session.getSessionFactory().close();
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
