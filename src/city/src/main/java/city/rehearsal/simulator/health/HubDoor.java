package city.rehearsal.simulator.health;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to the hub's door, kept between calls and opened anew when it has broken. */
final class HubDoor implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(HubDoor.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 20_000;

  private final URI address;
  private final SSLContext context;
  private @Nullable Socket socket;
  private @Nullable Frames line;

  HubDoor(URI address, Keys keys) {
    this.address = address;
    this.context = keys.context();
  }

  /** Whether the hub has said AA to this very message. */
  boolean call(Letter letter) throws IOException {
    try {
      Frames open = open();
      open.write(letter.bytes());
      byte[] answer = open.read();
      if (answer == null) {
        throw new EOFException("no acknowledgement");
      }
      return yes(new String(answer, StandardCharsets.UTF_8), letter);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** As when the line breaks before the acknowledgement is through. */
  void callAndHangUp(Letter letter) throws IOException {
    call(letter);
    close();
  }

  private static boolean yes(String answer, Letter letter) {
    String id = letter.text().split("\\|", 11)[9];
    if (!answer.contains("\rMSA|AA|" + id + "\r")) {
      LOG.debug("the hub said no to {}: {}", id, answer.replace('\r', ' '));
      return false;
    }
    return true;
  }

  private Frames open() throws IOException {
    Frames kept = line;
    if (kept != null) {
      return kept;
    }
    Socket plain = new Socket();
    socket = plain;
    plain.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
    plain.setSoTimeout(ANSWER_MILLIS);
    SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(plain, address.getHost(), address.getPort(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    Frames opened = new Frames(tls.getInputStream(), tls.getOutputStream());
    line = opened;
    return opened;
  }

  @Override
  public void close() {
    line = null;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      LOG.debug("it is gone already: {}", e.toString());
    }
  }
}
