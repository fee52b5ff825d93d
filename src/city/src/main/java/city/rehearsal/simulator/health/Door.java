package city.rehearsal.simulator.health;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.ReservedPort;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the bureau is called: by certificate only, each caller served by a thread of its own. */
final class Door implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final int BACKLOG = 50;
  private static final int GOODBYE_MILLIS = 2_000;
  private static final int PATIENCE_MILLIS = 60_000;

  private final ReservedPort port;
  private final Faults faults;
  private final Conversation conversation;
  private final SSLContext known;
  private final SSLContext unknowing;
  private final ServerSocket door = new ServerSocket();
  private final Set<Socket> callers = ConcurrentHashMap.newKeySet();

  Door(ReservedPort port, Keys keys, Faults faults, Conversation conversation) throws IOException {
    this.port = port;
    this.faults = faults;
    this.conversation = conversation;
    this.known = keys.context();
    this.unknowing = keys.unknowing();
  }

  URI open() throws IOException {
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), BACKLOG);
    thread(this::admit, "health-door");
    return URI.create("mllps://127.0.0.1:" + door.getLocalPort());
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        callers.add(caller);
        thread(() -> serve(caller), "health-caller");
      } catch (IOException e) {
        LOG.debug("a caller was lost at the door: {}", e.toString());
      }
    }
  }

  private void serve(Socket caller) {
    try {
      if (faults.on(FaultKind.DOWN).isPresent()) {
        return;
      }
      caller.setSoTimeout(PATIENCE_MILLIS);
      SSLContext context = faults.on(FaultKind.WRONG_CREDENTIAL).isPresent() ? unknowing : known;
      // what it stands on is ours to close: a refused caller is to read why
      SSLSocket line = (SSLSocket) context.getSocketFactory().createSocket(caller, null, false);
      line.setNeedClientAuth(true);
      shakeHands(line, caller);
      conversation.hold(new Frames(line.getInputStream(), line.getOutputStream()));
      line.close();
    } catch (IOException e) {
      LOG.debug("a caller has gone: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cut(caller);
    }
  }

  /** Who is not let in hears why, which a line that is cut at once would swallow. */
  private static void shakeHands(SSLSocket line, Socket caller) throws IOException {
    try {
      line.startHandshake();
    } catch (SSLException e) {
      caller.setSoTimeout(GOODBYE_MILLIS);
      caller.shutdownOutput();
      caller.getInputStream().readAllBytes();
      throw e;
    }
  }

  /** As when a firewall drops it: no polite end. */
  private void cut(Socket caller) {
    callers.remove(caller);
    try {
      caller.setSoLinger(true, 0);
      caller.close();
    } catch (IOException e) {
      LOG.debug("it is gone already: {}", e.toString());
    }
  }

  private static void thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    callers.forEach(this::cut);
  }
}
