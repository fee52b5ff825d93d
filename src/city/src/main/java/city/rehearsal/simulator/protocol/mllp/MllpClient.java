package city.rehearsal.simulator.protocol.mllp;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a server; the connection is kept between calls and opened again when it has broken. */
public final class MllpClient implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(MllpClient.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 20_000;

  private final URI address;
  private final SSLContext context;
  private @Nullable Socket socket;
  private @Nullable MllpFrames frames;

  public MllpClient(URI address, SSLContext context) {
    this.address = address;
    this.context = context;
  }

  /** Sends a message and returns the answer. */
  public byte[] call(byte[] message) throws IOException {
    try {
      MllpFrames open = open();
      open.write(message);
      byte[] answer = open.read();
      if (answer == null) {
        throw new EOFException("the connection ended without an acknowledgement");
      }
      return answer;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private MllpFrames open() throws IOException {
    MllpFrames kept = frames;
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
    MllpFrames opened = new MllpFrames(tls.getInputStream(), tls.getOutputStream());
    frames = opened;
    return opened;
  }

  @Override
  public void close() {
    frames = null;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      LOG.debug("the connection is gone already: {}", e.toString());
    }
  }
}
