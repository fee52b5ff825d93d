package city.tongban.transport.mllp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One port on which a department calls the hub. A department has a few connections, so each has a
 * thread; a connection beyond the limit is closed at once. A port that cannot be opened is tried
 * again until it can, or until the route stops.
 */
final class MllpServer {
  private static final Logger LOG = LoggerFactory.getLogger(MllpServer.class);
  private static final int CALLERS_MAX = 16;
  private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);
  private static final Duration BIND_INTERVAL = Duration.ofSeconds(2);

  private final URI address;
  private final Set<MllpSession> sessions = ConcurrentHashMap.newKeySet();
  private final Thread listener;
  private volatile MllpConsumer consumer;
  private long loggedAt;
  private volatile boolean open = true;
  private volatile @Nullable ServerSocket listening;

  MllpServer(URI address, MllpConsumer consumer) {
    this.address = address;
    this.consumer = consumer;
    this.listener = thread(this::listen, "listener");
  }

  void open() {
    listener.start();
  }

  void handTo(MllpConsumer next) {
    consumer = next;
  }

  MllpConsumer consumer() {
    return consumer;
  }

  private void listen() {
    boolean logged = false;
    while (open) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address.getHost(), address.getPort()), CALLERS_MAX);
        listening = socket;
        logged = false;
        while (open) {
          accept(socket.accept());
        }
      } catch (IOException e) {
        if (open && !logged) {
          LOG.error("HUB-4058: port {} cannot be opened: {}", address, e.toString());
          logged = true;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(open ? BIND_INTERVAL.toMillis() : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open = false;
    }
  }

  private void accept(Socket caller) {
    MllpSession session = new MllpSession(caller, this);
    if (sessions.size() >= CALLERS_MAX) {
      session.hangUp();
      return;
    }
    sessions.add(session);
    thread(session, "caller").start();
  }

  void ended(MllpSession session) {
    sessions.remove(session);
  }

  /** Logs one failed connection in each interval: anybody can open connections. */
  synchronized void failed(Exception why) {
    long now = System.nanoTime();
    if (loggedAt == 0 || now - loggedAt > LOG_INTERVAL.toNanos()) {
      loggedAt = now;
      LOG.info("a connection to {} was closed: {}", address, why.toString());
    }
  }

  private Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, "mllp-" + address.getPort() + "-" + name);
    thread.setDaemon(true);
    return thread;
  }

  /** A message that is being processed is still acknowledged; every other connection is closed. */
  void close() {
    open = false;
    listener.interrupt();
    ServerSocket socket = listening;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      LOG.debug("port {} was closed already", address, e);
    }
    sessions.forEach(MllpSession::end);
  }
}
