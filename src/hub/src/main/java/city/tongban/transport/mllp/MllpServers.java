package city.tongban.transport.mllp;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The open ports, one server for each address. The consumer of a new connector version takes the
 * port over from the one before it, so that no call is refused in between.
 */
final class MllpServers {
  private final Map<URI, MllpServer> open = new HashMap<>();

  synchronized void open(URI address, MllpConsumer consumer) {
    MllpServer server = open.get(address);
    if (server == null) {
      server = new MllpServer(address, consumer);
      open.put(address, server);
      server.open();
    } else {
      server.handTo(consumer);
    }
  }

  /** Closes the port, unless another consumer has taken it over. */
  synchronized void close(URI address, MllpConsumer consumer) {
    MllpServer server = open.get(address);
    if (server != null && server.consumer() == consumer) {
      open.remove(address);
      server.close();
    }
  }
}
