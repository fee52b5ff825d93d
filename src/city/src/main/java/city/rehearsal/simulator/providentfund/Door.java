package city.rehearsal.simulator.providentfund;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port that callers come to; each has a connection of its own, and a thread while it lasts. */
final class Door implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int BACKLOG = 50;

  private final ServerSocket door;
  private final Exchange exchange;
  private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "provident-fund-line");
            thread.setDaemon(true);
            return thread;
          });

  Door(int port, Exchange exchange) throws IOException {
    this.exchange = exchange;
    this.door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
  }

  int port() {
    return door.getLocalPort();
  }

  void open() {
    threads.execute(this::admit);
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        callers.add(caller);
        threads.execute(() -> serve(caller));
      } catch (IOException e) {
        LOG.debug("a caller was lost at the door: {}", e.toString());
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      exchange.serve(caller);
    } catch (IOException e) {
      LOG.debug("a caller's line broke: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      callers.remove(caller);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket caller : callers) {
      caller.close();
    }
    threads.shutdownNow();
  }
}
