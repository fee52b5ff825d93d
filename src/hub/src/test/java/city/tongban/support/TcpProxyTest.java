package city.tongban.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The proxy that tests disconnect must not fail by itself. */
class TcpProxyTest {
  @Test
  void aServerThatWasAwayIsReachedAgain() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (TcpProxy proxy = new TcpProxy(URI.create("tcp://127.0.0.1:" + port))) {
      assertThat(firstByte(proxy)).as("while nobody listens").isEqualTo(-1);

      try (ServerSocket back = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        Thread server = new Thread(() -> greet(back));
        server.start();

        assertThat(firstByte(proxy)).isEqualTo('!');
      }
    }
  }

  private static int firstByte(TcpProxy proxy) throws IOException {
    try (Socket caller = new Socket(proxy.address().getHost(), proxy.address().getPort())) {
      caller.setSoTimeout(10_000);
      return caller.getInputStream().read();
    } catch (SocketException e) {
      return -1; // closed by a reset
    }
  }

  private static void greet(ServerSocket server) {
    try (Socket caller = server.accept();
        OutputStream out = caller.getOutputStream()) {
      out.write('!');
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
