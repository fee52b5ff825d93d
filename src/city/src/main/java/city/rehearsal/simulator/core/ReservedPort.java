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
 * The port of a door between a department and the hub. In a city both sides agree on it; here the
 * department's side chooses a free one at the first start, and keeps to it: the hub was told it
 * once.
 *
 * <p>It is below those that the system gives to clients, one of whom might else have it when the
 * door opens again.
 *
 * @param file where it is remembered
 */
public record ReservedPort(Path file) {
  private static final int FIRST = 20_000;
  private static final int FIRST_OF_CLIENTS = 32_768; // Linux: net.ipv4.ip_local_port_range
  private static final int TRIES = 1_000;

  /** The port, 1 to 65535; chosen and written down when nobody has asked before. */
  public int number() {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, Integer.toString(free()));
      }
      return Integer.parseInt(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the port of the last time cannot be read", e);
    }
  }

  private static int free() {
    return ThreadLocalRandom.current()
        .ints(FIRST, FIRST_OF_CLIENTS)
        .limit(TRIES)
        .filter(ReservedPort::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no port is free for a department's door"));
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
