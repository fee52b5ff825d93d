package city.tongban.transport.mllp;

import city.tongban.connector.Limits;
import city.tongban.transport.SocketDeadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port on which a back-end calls us. Callers are few, each has its thread, and for everything
 * that one of them may do there is a limit of time: for the handshake, for each message, for taking
 * the acknowledgement.
 */
final class MllpServer {
  private static final Logger LOG = LoggerFactory.getLogger(MllpServer.class);
  private static final int CALLERS_MAX = 16;
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final URI address;
  private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
  private final Thread porter;
  private volatile MllpRoutePolicy door;
  private long toldAt;
  private volatile boolean open = true;
  private volatile @Nullable ServerSocket listening;

  MllpServer(URI address, MllpRoutePolicy door) {
    this.address = address;
    this.door = door;
    this.porter = thread(this::listen, "porter");
  }

  void open() {
    porter.start();
  }

  void hand(MllpRoutePolicy to) {
    door = to;
  }

  boolean isOf(MllpRoutePolicy whose) {
    return door == whose;
  }

  private void listen() {
    boolean told = false;
    while (open) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address.getHost(), address.getPort()), CALLERS_MAX);
        listening = socket;
        told = false;
        while (open) {
          admit(socket.accept());
        }
      } catch (IOException e) {
        if (open && !told) {
          LOG.error("HUB-4058: the door {} cannot be opened: {}", address, e.toString());
          told = true;
        }
        rest();
      }
    }
  }

  private void rest() {
    try {
      Thread.sleep(open ? AGAIN.toMillis() : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open = false;
    }
  }

  private void admit(Socket caller) {
    if (callers.size() >= CALLERS_MAX) {
      hangUp(caller);
      return;
    }
    callers.add(caller);
    thread(() -> serve(caller), "caller").start();
  }

  private void serve(Socket caller) {
    try {
      talk(caller);
    } catch (IOException | RuntimeException e) {
      tell(e);
    } finally {
      hangUp(caller);
      callers.remove(caller);
    }
  }

  /** Not each of them: anybody may knock. */
  private synchronized void tell(Exception why) {
    long now = System.nanoTime();
    if (toldAt == 0 || now - toldAt > QUIET.toNanos()) {
      toldAt = now;
      LOG.info("a caller at {} was let go: {}", address, why.toString());
    }
  }

  private void talk(Socket caller) throws IOException {
    Limits limits = door.limits();
    SSLSocket line =
        SocketDeadline.within(caller, limits.connectTimeout(), () -> door.shakeHands(caller));
    MllpFrames frames = new MllpFrames(line.getInputStream(), limits.answerBytes());
    Optional<byte[]> message = next(frames, caller, limits);
    while (message.isPresent()) {
      Optional<byte[]> reply = door.take(message.get());
      if (reply.isEmpty()) {
        return; // there is nobody to whom a reply could be addressed
      }
      SocketDeadline.within(caller, limits.timeout(), () -> say(line, reply.get()));
      message = next(frames, caller, limits);
    }
  }

  private static Optional<byte[]> next(MllpFrames frames, Socket caller, Limits limits)
      throws IOException {
    try {
      return SocketDeadline.within(caller, limits.timeout(), frames::next);
    } catch (IOException e) {
      if (frames.brokeBetweenTwo()) {
        return Optional.empty(); // they have said what they had to say
      }
      throw e;
    }
  }

  private static SSLSocket say(SSLSocket line, byte[] reply) throws IOException {
    line.getOutputStream().write(MllpFrames.of(reply));
    line.getOutputStream().flush();
    return line;
  }

  private Thread thread(Runnable work, String what) {
    Thread thread = new Thread(work, "mllp-" + address.getPort() + "-" + what);
    thread.setDaemon(true);
    return thread;
  }

  void close() {
    open = false;
    porter.interrupt();
    ServerSocket socket = listening;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      LOG.debug("the door {} was shut already", address, e);
    }
    callers.forEach(MllpServer::hangUp);
  }

  private static void hangUp(Socket caller) {
    try {
      caller.close();
    } catch (IOException e) {
      LOG.debug("a caller had hung up already", e);
    }
  }
}
