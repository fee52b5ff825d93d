package city.tongban.simulator.office;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port of a door of the hub's at which a department calls it. In a city both sides agree on it;
 * here the department's side chooses a free one at the first start, and keeps to it.
 *
 * @param file where it is remembered
 */
public record HubPort(Path file) {
  private static final int FIRST = 20_000;
  private static final int FIRST_OF_CLIENTS = 32_768; // Linux: net.ipv4.ip_local_port_range
  private static final int TRIES = 1_000;

  public int number() {
    OwnPort port = new OwnPort(file);
    if (port.last() == 0) {
      port.remember(
          ThreadLocalRandom.current()
              .ints(FIRST, FIRST_OF_CLIENTS)
              .limit(TRIES)
              .filter(HubPort::isFree)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no port is free for the hub's door")));
    }
    return port.last();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
