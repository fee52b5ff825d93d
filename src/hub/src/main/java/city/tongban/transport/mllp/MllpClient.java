package city.tongban.transport.mllp;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.security.MutualTls;
import city.tongban.transport.SocketDeadline;
import city.tongban.transport.SocketLimits;
import city.tongban.transport.TransportCall.Answered;
import city.tongban.transport.UntrustedResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Calls an MLLP server with a connection for each message: connect, handshake, one message out, one
 * acknowledgement in, close.
 *
 * <p>A connection that is kept open can break during a message, and then it is unknown whether the
 * message was received. The price of a new connection is a handshake that resumes the TLS session.
 */
final class MllpClient {
  private static final byte[] NOTHING = {};

  private final URI address;
  private final MutualTls tls;
  private final SocketLimits limits;

  MllpClient(URI address, MutualTls tls, SocketLimits limits) {
    this.address = address;
    this.tls = tls;
    this.limits = limits;
  }

  /**
   * Sends a message and returns its acknowledgement.
   *
   * @throws UntrustedResponse when the answer is not exactly one message
   * @throws IOException when no answer came, or only a part of a message
   */
  byte[] acknowledgement(byte[] message) throws IOException {
    try (Socket plain = connected()) {
      return SocketDeadline.within(plain, limits.message(), () -> exchange(plain, message));
    }
  }

  /** Makes a handshake with both certificates and sends no message. */
  void handshake() throws IOException {
    try (Socket plain = connected()) {
      SocketDeadline.within(plain, limits.message(), () -> handshake(plain));
    }
  }

  private Socket connected() throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(
          new InetSocketAddress(address.getHost(), address.getPort()),
          Math.toIntExact(limits.connect().toMillis()));
      return plain;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private byte[] exchange(Socket plain, byte[] message) throws IOException {
    SSLSocket socket = handshake(plain);
    OutputStream out = socket.getOutputStream();
    out.write(MllpFrames.of(message));
    out.flush();
    return onlyMessage(new MllpFrames(socket.getInputStream(), limits.bytesMax()));
  }

  /** No byte of the message is sent before the handshake has succeeded. */
  private SSLSocket handshake(Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            tls.context()
                .getSocketFactory()
                .createSocket(plain, address.getHost(), address.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {MutualTls.PROTOCOL});
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // checks the name in the certificate
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
      return socket;
    } catch (SSLHandshakeException e) {
      throw e;
    } catch (IOException e) {
      ConnectException notSent = new ConnectException("the connection broke in the handshake");
      notSent.initCause(e);
      throw notSent;
    }
  }

  private byte[] onlyMessage(MllpFrames frames) throws IOException {
    try {
      byte[] answer =
          frames
              .next()
              .orElseThrow(() -> new EOFException("the connection was closed without an answer"));
      if (frames.hasMore()) {
        throw unbelieved(notOne("a second message follows the first"), answer);
      }
      return answer;
    } catch (MllpFrames.NotFramed e) {
      throw unbelieved(notOne(String.valueOf(e.getMessage())), NOTHING);
    } catch (MllpFrames.TooLong e) {
      throw unbelieved(
          Refusal.of("HUB-9009", "the answer is larger than %d bytes", limits.bytesMax())
              .because("limits.answerSize of the connector stopped the reading")
              .fix("ask the back-end what it sent; raise answerSize only if it is right"),
          e.sofar());
    }
  }

  private static Outage notOne(String why) {
    return Outage.of(MllpCall.NOT_ONE_ANSWER, "what came is not one answer")
        .because(why)
        .inDoubt()
        .fix("the same message is sent again; if it stays so, ask the back-end what it sends");
  }

  static UntrustedResponse unbelieved(HubException why, byte[] answer) {
    return new UntrustedResponse(why, new Answered(0, null, answer));
  }
}
