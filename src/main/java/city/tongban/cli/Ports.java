package city.tongban.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Local ports: which are free, and what to say of one that is not. */
public final class Ports {
  private Ports() {}

  static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A port that nobody uses at this moment. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // a port whose last connections still linger can be bound again, as the server will do
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static void mustBeFree(URI address, String forWhom, String option) {
    if (!isFree(address.getPort())) {
      throw new Sorry(
          "port %d, meant for %s, is taken by another program; name another with %s"
              .formatted(address.getPort(), forWhom, option));
    }
  }
}
