package city.tongban.transport.mllp;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Which doors stand open. A new version of a connector takes over the port from the old one. */
final class MllpPorts {
  private final Map<URI, MllpPort> open = new HashMap<>();

  synchronized void open(URI address, MllpDoor door) {
    MllpPort port = open.get(address);
    if (port == null) {
      port = new MllpPort(address, door);
      open.put(address, port);
      port.open();
    } else {
      port.hand(door);
    }
  }

  /** Closed only by whoever has it now. */
  synchronized void close(URI address, MllpDoor door) {
    MllpPort port = open.get(address);
    if (port != null && port.isOf(door)) {
      open.remove(address);
      port.close();
    }
  }
}
