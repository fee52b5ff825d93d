package city.tongban.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers the first requests, keeps the line, and resets it after reading one more request whole.
 */
public final class ResettingServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger requests = new AtomicInteger();
  private final int good;

  public ResettingServer(int good) throws IOException {
    this.good = good;
    Thread thread = new Thread(this::serve, "resetting-server");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  public int requests() {
    return requests.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket line = socket.accept()) {
        while (read(line.getInputStream())) {
          if (requests.incrementAndGet() > good) {
            line.setSoLinger(true, 0);
            break;
          }
          line.getOutputStream()
              .write(
                  "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 2\r\n\r\nok"
                      .getBytes(ISO_8859_1));
        }
      } catch (IOException e) {
        // closed by the test, or hung up by the hub
      }
    }
  }

  private static boolean read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return false;
      }
      head.write(b);
    }
    Matcher length = LENGTH.matcher(head.toString(ISO_8859_1));
    in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
