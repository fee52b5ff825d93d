package city.rehearsal.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports of this machine that no program uses. */
public final class Ports {
  private static final int FIRST = 20_000;
  private static final int FIRST_EPHEMERAL = 32_768; // Linux: net.ipv4.ip_local_port_range
  private static final int TRIES = 1_000;

  private Ports() {}

  /** The address of a port on loopback. */
  public static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * A port that is free at this moment, below the ephemeral ports of clients. Clients of a
   * restarting hub connect all the time; a client whose ephemeral port is the port that it connects
   * to would connect to itself and occupy the port.
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(FIRST, FIRST_EPHEMERAL)
        .limit(TRIES)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free port between 20000 and 32767"));
  }

  /** Whether a server may take the port at this moment. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // a port with connections in TIME_WAIT can be bound, as the server will do
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
