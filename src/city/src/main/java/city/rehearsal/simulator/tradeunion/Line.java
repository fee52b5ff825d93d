package city.rehearsal.simulator.tradeunion;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the broker from outside: the only door with TLS, behind which each caller gets a
 * connection to the broker. What is told to misbehave is the line; the broker never does.
 */
final class Line implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int BACKLOG = 50;

  private final ReservedPort port;
  private final int broker;
  private final Guard guard;
  private final Faults faults;
  private final ServerKey key;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket door;

  Line(ReservedPort port, int broker, Guard guard, Faults faults, String key) throws IOException {
    this.port = port;
    this.broker = broker;
    this.guard = guard;
    this.faults = faults;
    this.key = new ServerKey(key);
    this.door = this.key.door();
  }

  URI open() throws IOException {
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), BACKLOG);
    Thread porter = new Thread(this::admit, "trade-union-line");
    porter.setDaemon(true);
    porter.start();
    return URI.create("amqps://127.0.0.1:" + door.getLocalPort());
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        LOG.debug("a caller was lost at the door: {}", e.toString());
      }
    }
  }

  private void connect(Socket caller) throws IOException {
    Wire wire =
        new Wire(caller, new Socket(InetAddress.getLoopbackAddress(), broker), guard, faults);
    wires.removeIf(Wire::isCut);
    wires.add(wire);
    wire.open();
  }

  @Override
  public void close() throws IOException {
    door.close();
    wires.forEach(Wire::cut);
  }
}
