package city.rehearsal.simulator.civilaffairs;

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
 * The way to the database from outside. What is told to misbehave is mostly the line; its port
 * stays the same over restarts, for the hub was told it once.
 */
final class Line implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int BACKLOG = 50;

  private final ReservedPort port;
  private final Database database;
  private final Faults faults;
  private final Mishaps mishaps;
  private final ServerSocket door;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();

  Line(ReservedPort port, Database database, Faults faults) throws IOException {
    this.port = port;
    this.database = database;
    this.faults = faults;
    this.mishaps = new Mishaps(database);
    this.door = new ServerSocket();
  }

  URI open() throws IOException {
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), BACKLOG);
    Thread porter = new Thread(this::admit, "civil-affairs-line");
    porter.setDaemon(true);
    porter.start();
    return URI.create("postgresql://127.0.0.1:" + door.getLocalPort() + "/" + Schema.DATABASE);
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
    Socket behind;
    try {
      database.open();
      behind = new Socket(InetAddress.getLoopbackAddress(), database.port());
    } catch (IOException e) {
      caller.close(); // it is just starting again
      throw e;
    }
    caller.setTcpNoDelay(true);
    behind.setTcpNoDelay(true);
    Wire wire = new Wire(caller, behind, faults, mishaps);
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
