package city.rehearsal.simulator.tradeunion;

import java.io.Closeable;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody who reads one queue, message by message. */
final class Reader implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
  private static final long LOOK_MILLIS = 500;

  private final Mailbox mailbox;
  private final String queue;
  private final Reading reading;
  private final Thread thread;
  private volatile boolean open = true;

  /** What is done with a message, which is settled by the end of it. */
  interface Reading {
    void read(Delivery delivery) throws ClientException, InterruptedException;
  }

  Reader(Mailbox mailbox, String queue, Reading reading) {
    this.mailbox = mailbox;
    this.queue = queue;
    this.reading = reading;
    this.thread = new Thread(this::work, "trade-union-" + queue);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void work() {
    try {
      Receiver receiver = mailbox.read(queue);
      while (open) {
        Delivery delivery = receiver.receive(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (delivery != null) {
          reading.read(delivery);
        }
      }
    } catch (ClientException | RuntimeException e) {
      if (open) {
        LOG.warn("nobody reads the queue {} any more: {}", queue, e.toString());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
