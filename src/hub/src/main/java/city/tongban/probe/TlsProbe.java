package city.tongban.probe;

import city.tongban.security.TlsSettings;
import city.tongban.transport.CheckFailedException;
import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckKind;
import city.tongban.transport.CheckResult;
import city.tongban.transport.DefaultPorts;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One TLS connection to a back-end for a test; it asks for nothing but the time. */
final class TlsProbe implements AutoCloseable {

  private final URI address;
  private final Duration limit;
  private final Clock wall;
  private final @Nullable TlsSettings security;
  private final @Nullable RecordingTrustManager certificates;
  private InetAddress[] found = {};
  private @Nullable Socket socket;
  private @Nullable String ourFailure;

  TlsProbe(URI address, @Nullable TlsSettings security, Duration limit, Clock wall) {
    this.address = address;
    this.security = security;
    this.certificates = security == null ? null : new RecordingTrustManager(security.trust());
    this.limit = limit;
    this.wall = wall;
  }

  /** The address of a back-end; {@code jdbc:postgresql://…} has a nested scheme. */
  static URI place(URI address) {
    String text = address.toString();
    return text.startsWith("jdbc:") ? URI.create(text.substring("jdbc:".length())) : address;
  }

  CheckResult name() throws CheckFailedException {
    String host = address.getHost();
    if (host == null || DefaultPorts.port(address) < 0) {
      throw new CheckFailedException(
          CheckKind.NAME,
          CheckFailureCause.ADDRESS_INCOMPLETE,
          CheckResult.of("address", address.getScheme()));
    }
    try {
      found = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new CheckFailedException(
          CheckKind.NAME, CheckFailureCause.NAME_UNKNOWN, CheckResult.of("name", host));
    }
    boolean number = host.matches("[0-9.]+|\\[.*]");
    return number
        ? CheckResult.nothing("number", host)
        : CheckResult.of(
            "addresses",
            Arrays.stream(found)
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", ")));
  }

  CheckResult port() throws CheckFailedException {
    int port = DefaultPorts.port(address);
    CheckFailureCause cause = CheckFailureCause.OTHER;
    for (InetAddress each : found) {
      Socket trying = new Socket();
      try {
        trying.connect(new InetSocketAddress(each, port), millis());
        trying.setSoTimeout(millis());
        socket = trying;
        return CheckResult.of("open", port);
      } catch (IOException e) {
        cause = portClosed(e);
        close(trying);
      }
    }
    throw new CheckFailedException(CheckKind.PORT, cause, CheckResult.of("port", port));
  }

  private static CheckFailureCause portClosed(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return CheckFailureCause.PORT_SILENT;
    }
    return e instanceof ConnectException && !(e instanceof NoRouteToHostException)
        ? CheckFailureCause.PORT_REFUSED
        : CheckFailureCause.PORT_UNREACHABLE;
  }

  /** Makes the handshake of a call: with our certificate and our trust settings. */
  CheckResult tls() throws Exception {
    if (security == null || certificates == null) {
      return CheckResult.nothing("plain");
    }
    SSLSocket secured =
        (SSLSocket)
            security
                .context(certificates)
                .getSocketFactory()
                .createSocket(
                    Objects.requireNonNull(socket),
                    address.getHost(),
                    DefaultPorts.port(address),
                    true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (security.protocol() != null) {
      parameters.setProtocols(new String[] {security.protocol()});
    }
    secured.setSSLParameters(parameters);
    socket = secured;
    try {
      secured.startHandshake();
      return CheckResult.of(
          "tls", secured.getSession().getProtocol(), secured.getSession().getCipherSuite());
    } catch (IOException e) {
      return halfWay(e);
    }
  }

  /** The check that stopped a handshake: the two certificates have checks of their own. */
  private CheckResult halfWay(IOException e) throws CheckFailedException {
    RecordingTrustManager seen = Objects.requireNonNull(certificates);
    if (seen.objection() != null) {
      return CheckResult.of("certificate-shown");
    }
    if (seen.shown() != null && Objects.requireNonNull(security).keys() != null) {
      ourFailure = String.valueOf(e.getMessage());
      return CheckResult.of("certificate-shown");
    }
    if (e instanceof SocketTimeoutException) {
      throw new CheckFailedException(
          CheckKind.TLS, CheckFailureCause.TLS_SILENT, CheckResult.of("waited", millis()));
    }
    boolean broken = e instanceof EOFException || e instanceof SocketException;
    boolean other = e instanceof SSLException && !broken && !hungUp(e);
    throw new CheckFailedException(
        CheckKind.TLS,
        other ? CheckFailureCause.TLS_NOT_SPOKEN : CheckFailureCause.TLS_BROKEN,
        CheckResult.of("tls-said", String.valueOf(e.getMessage())));
  }

  private static boolean hungUp(IOException e) {
    return e.getCause() instanceof EOFException || e.getCause() instanceof SocketException;
  }

  /** The certificate that the server showed, and whether it is trusted. */
  CheckResult trust() throws CheckFailedException {
    RecordingTrustManager seen = Objects.requireNonNull(certificates);
    CheckResult certificate = CertificateDescription.shown(Objects.requireNonNull(seen.shown()));
    if (seen.objection() != null) {
      throw new CheckFailedException(
          CheckKind.TRUST, CertificateDescription.cause(seen.objection()), certificate);
    }
    return certificate;
  }

  boolean secured() {
    return security != null;
  }

  /** The server's time from an answer to HEAD; otherwise only its certificate's validity. */
  CheckResult clock() throws Exception {
    if (ourFailure == null && String.valueOf(address.getScheme()).startsWith("http")) {
      return PeerClock.read(Objects.requireNonNull(socket), address, wall);
    }
    return CheckResult.nothing(secured() ? "certificate-days" : "no-time");
  }

  /** Checks that the server did not end the handshake after our certificate was shown. */
  void ours() throws CheckFailedException {
    if (ourFailure != null) {
      throw new CheckFailedException(
          CheckKind.CREDENTIAL,
          CheckFailureCause.OURS_REFUSED,
          CheckResult.of("tls-said", ourFailure));
    }
  }

  private int millis() {
    return Math.toIntExact(limit.toMillis());
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // nothing was sent on it
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      close(socket);
    }
  }
}
