package city.tongban.transport.mllp;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Which doors stand open. A new version of a connector takes over the port from the old one. */
final class MllpServers {
  private final Map<URI, MllpServer> open = new HashMap<>();

  synchronized void open(URI address, MllpRoutePolicy door) {
    MllpServer port = open.get(address);
    if (port == null) {
      port = new MllpServer(address, door);
      open.put(address, port);
      port.open();
    } else {
      port.hand(door);
    }
  }

  /** Closed only by whoever has it now. */
  synchronized void close(URI address, MllpRoutePolicy door) {
    MllpServer port = open.get(address);
    if (port != null && port.isOf(door)) {
      open.remove(address);
      port.close();
    }
  }
}
