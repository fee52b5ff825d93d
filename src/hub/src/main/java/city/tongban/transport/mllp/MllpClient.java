package city.tongban.transport.mllp;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Limits;
import city.tongban.security.MutualTls;
import city.tongban.transport.SocketDeadline;
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
 * A line of one call: connect, show certificates, send one message, read one answer, hang up. One
 * that is kept could break under a message without our knowing whether it had arrived; what a
 * connection costs is a handshake that resumes the one before.
 */
final class MllpClient {
  private static final byte[] NOTHING = {};

  private final URI address;
  private final MutualTls tls;
  private final Limits limits;

  MllpClient(URI address, MutualTls tls, Limits limits) {
    this.address = address;
    this.tls = tls;
    this.limits = limits;
  }

  byte[] answer(byte[] message) throws IOException {
    try (Socket plain = connected()) {
      return SocketDeadline.within(plain, limits.timeout(), () -> talk(plain, message));
    }
  }

  /** They have seen our certificate, and we theirs; nothing is said. */
  void shakeHands() throws IOException {
    try (Socket plain = connected()) {
      SocketDeadline.within(plain, limits.timeout(), () -> shakeHands(plain));
    }
  }

  private Socket connected() throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(
          new InetSocketAddress(address.getHost(), address.getPort()),
          (int) limits.connectTimeout().toMillis());
      return plain;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private byte[] talk(Socket plain, byte[] message) throws IOException {
    SSLSocket line = shakeHands(plain);
    OutputStream out = line.getOutputStream();
    out.write(MllpFrames.of(message));
    out.flush();
    return only(new MllpFrames(line.getInputStream(), limits.answerBytes()));
  }

  /** Nothing has been sent before this has ended well. */
  private SSLSocket shakeHands(Socket plain) throws IOException {
    SSLSocket line =
        (SSLSocket)
            tls.context()
                .getSocketFactory()
                .createSocket(plain, address.getHost(), address.getPort(), true);
    SSLParameters parameters = line.getSSLParameters();
    parameters.setProtocols(new String[] {MutualTls.PROTOCOL});
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name in their certificate
    line.setSSLParameters(parameters);
    try {
      line.startHandshake();
      return line;
    } catch (SSLHandshakeException e) {
      throw e;
    } catch (IOException e) {
      ConnectException notSent = new ConnectException("the line broke in the handshake");
      notSent.initCause(e);
      throw notSent;
    }
  }

  private byte[] only(MllpFrames frames) throws IOException {
    try {
      byte[] answer = frames.next().orElseThrow(() -> new EOFException("they only hung up"));
      if (frames.hasMore()) {
        throw unbelieved(notOne("a second message follows the first"), answer);
      }
      return answer;
    } catch (MllpFrames.NotFramed e) {
      throw unbelieved(notOne(String.valueOf(e.getMessage())), NOTHING);
    } catch (MllpFrames.TooLong e) {
      throw unbelieved(
          Refusal.of("HUB-9009", "the answer is larger than %d bytes", limits.answerBytes())
              .because("limits.answerSize of the connector stopped the reading")
              .fix("ask the back-end what it sent; raise answerSize only if it is right"),
          e.sofar());
    }
  }

  private static Outage notOne(String why) {
    return Outage.of(MllpCall.NOT_ONE_ANSWER, "what came is not one answer")
        .inDoubt()
        .because(why)
        .fix("the same message is sent again; if it stays so, ask the back-end what it sends");
  }

  static UntrustedResponse unbelieved(HubException why, byte[] answer) {
    return new UntrustedResponse(why, new Answered(0, null, answer));
  }
}
