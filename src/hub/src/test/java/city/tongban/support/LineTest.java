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

/** The line that tests cut must not break by itself. */
class LineTest {
  @Test
  void aServerThatWasAwayIsReachedAgain() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (Line line = new Line(URI.create("tcp://127.0.0.1:" + port))) {
      assertThat(said(line)).as("while nobody listens").isEqualTo(-1);

      try (ServerSocket back = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        Thread server = new Thread(() -> greet(back));
        server.start();

        assertThat(said(line)).isEqualTo('!');
      }
    }
  }

  private static int said(Line line) throws IOException {
    try (Socket caller = new Socket(line.near().getHost(), line.near().getPort())) {
      caller.setSoTimeout(10_000);
      return caller.getInputStream().read();
    } catch (SocketException e) {
      return -1; // hung up on, the harder way
    }
  }

  private static void greet(ServerSocket door) {
    try (Socket caller = door.accept();
        OutputStream out = caller.getOutputStream()) {
      out.write('!');
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
