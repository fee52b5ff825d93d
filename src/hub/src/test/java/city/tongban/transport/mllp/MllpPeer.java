package city.tongban.transport.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server of frames over TLS that does with each caller what a test wants. */
public final class MllpPeer implements AutoCloseable {
  public final List<Throwable> failures = new CopyOnWriteArrayList<>();
  public final List<byte[]> messages = new CopyOnWriteArrayList<>();
  private final ServerSocket door;
  private final SSLContext context;
  private final Serving serving;

  interface Serving {
    void serve(byte[] message, Line line) throws Exception;
  }

  /** The caller's line; {@code plain} is the socket under the TLS. */
  public record Line(Socket plain, InputStream in, OutputStream out) {
    void say(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    void reset() throws IOException {
      plain.setSoLinger(true, 0);
      plain.close();
    }
  }

  public MllpPeer(SSLContext context, Serving serving) throws IOException {
    this.context = context;
    this.serving = serving;
    this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread porter = new Thread(this::admit, "mllp-peer");
    porter.setDaemon(true);
    porter.start();
  }

  public URI address() {
    return URI.create("mllps://127.0.0.1:" + door.getLocalPort());
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread thread = new Thread(() -> serve(caller), "mllp-peer-caller");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        failures.add(e);
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(caller, null, true);
      tls.setNeedClientAuth(true);
      tls.startHandshake();
      MllpFrames frames = new MllpFrames(tls.getInputStream(), 1_000_000);
      byte[] message = frames.next().orElseThrow();
      messages.add(message);
      serving.serve(message, new Line(caller, tls.getInputStream(), tls.getOutputStream()));
    } catch (Exception e) {
      failures.add(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
