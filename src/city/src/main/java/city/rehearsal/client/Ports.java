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
  private static final int FIRST_OF_CLIENTS = 32_768; // Linux: net.ipv4.ip_local_port_range
  private static final int TRIES = 1_000;

  private Ports() {}

  /** The address of a port on loopback. */
  public static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * A port that nobody uses at this moment, below those that the system gives to clients: while a
   * hub is being restarted its clients knock all the time, and one that is given the very port it
   * knocks at talks to itself and keeps the hub out.
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(FIRST, FIRST_OF_CLIENTS)
        .limit(TRIES)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free port between 20000 and 32767"));
  }

  /** Whether a server may take the port at this moment. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // a port whose last connections still linger can be bound again, as the server will do
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
