package city.rehearsal.simulator.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port of a department's own server, or of a server that the hub opens for it. A free port is
 * chosen at the first start and kept, because the hub reads the address only once.
 *
 * <p>The port is below the range from which the system serves clients: a client could otherwise
 * occupy it between two starts.
 *
 * @param file that keeps the number
 */
public record ReservedPort(Path file) {
  private static final int FIRST = 20_000;
  private static final int FIRST_OF_CLIENTS = 32_768; // Linux: net.ipv4.ip_local_port_range
  private static final int TRIES = 1_000;

  /** The port; chosen and written to the file on the first call. */
  public int number() {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, Integer.toString(free()));
      }
      return Integer.parseInt(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the reserved port cannot be read or written", e);
    }
  }

  private static int free() {
    return ThreadLocalRandom.current()
        .ints(FIRST, FIRST_OF_CLIENTS)
        .limit(TRIES)
        .filter(ReservedPort::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no port is free for a department's server"));
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
