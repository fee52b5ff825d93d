package city.tongban.probe;

import city.tongban.security.LineSecurity;
import city.tongban.transport.Check;
import city.tongban.transport.DefaultPorts;
import city.tongban.transport.Learned;
import city.tongban.transport.ProbeCause;
import city.tongban.transport.ProbeFailure;
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

/** One line to a back-end, opened as far as it goes; nothing but the time is asked for on it. */
final class LineProbe implements AutoCloseable {

  private final URI address;
  private final Duration limit;
  private final Clock wall;
  private final @Nullable LineSecurity security;
  private final @Nullable ShownCertificates certificates;
  private InetAddress[] found = {};
  private @Nullable Socket socket;
  private @Nullable String ourFailure;

  LineProbe(URI address, @Nullable LineSecurity security, Duration limit, Clock wall) {
    this.address = address;
    this.security = security;
    this.certificates = security == null ? null : new ShownCertificates(security.trust());
    this.limit = limit;
    this.wall = wall;
  }

  /** Where a back-end is; {@code jdbc:postgresql://…} hides it behind a scheme of its own. */
  static URI place(URI address) {
    String text = address.toString();
    return text.startsWith("jdbc:") ? URI.create(text.substring("jdbc:".length())) : address;
  }

  Learned name() throws ProbeFailure {
    String host = address.getHost();
    if (host == null || DefaultPorts.port(address) < 0) {
      throw new ProbeFailure(
          Check.NAME, ProbeCause.ADDRESS_INCOMPLETE, Learned.of("address", address.getScheme()));
    }
    try {
      found = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new ProbeFailure(Check.NAME, ProbeCause.NAME_UNKNOWN, Learned.of("name", host));
    }
    boolean number = host.matches("[0-9.]+|\\[.*]");
    return number
        ? Learned.nothing("number", host)
        : Learned.of(
            "addresses",
            Arrays.stream(found)
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", ")));
  }

  Learned port() throws ProbeFailure {
    int port = DefaultPorts.port(address);
    ProbeCause cause = ProbeCause.OTHER;
    for (InetAddress each : found) {
      Socket trying = new Socket();
      try {
        trying.connect(new InetSocketAddress(each, port), millis());
        trying.setSoTimeout(millis());
        socket = trying;
        return Learned.of("open", port);
      } catch (IOException e) {
        cause = portClosed(e);
        close(trying);
      }
    }
    throw new ProbeFailure(Check.PORT, cause, Learned.of("port", port));
  }

  private static ProbeCause portClosed(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return ProbeCause.PORT_SILENT;
    }
    return e instanceof ConnectException && !(e instanceof NoRouteToHostException)
        ? ProbeCause.PORT_REFUSED
        : ProbeCause.PORT_UNREACHABLE;
  }

  /** A handshake as each call makes it: with our certificate, and against whom we trust. */
  Learned tls() throws Exception {
    if (security == null || certificates == null) {
      return Learned.nothing("plain");
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
      return Learned.of(
          "tls", secured.getSession().getProtocol(), secured.getSession().getCipherSuite());
    } catch (IOException e) {
      return halfWay(e);
    }
  }

  /** What stopped it: their certificate and ours are other checks than the handshake. */
  private Learned halfWay(IOException e) throws ProbeFailure {
    ShownCertificates seen = Objects.requireNonNull(certificates);
    if (seen.objection() != null) {
      return Learned.of("certificate-shown");
    }
    if (seen.shown() != null && Objects.requireNonNull(security).keys() != null) {
      ourFailure = String.valueOf(e.getMessage());
      return Learned.of("certificate-shown");
    }
    if (e instanceof SocketTimeoutException) {
      throw new ProbeFailure(Check.TLS, ProbeCause.TLS_SILENT, Learned.of("waited", millis()));
    }
    boolean broken = e instanceof EOFException || e instanceof SocketException;
    boolean other = e instanceof SSLException && !broken && !hungUp(e);
    throw new ProbeFailure(
        Check.TLS,
        other ? ProbeCause.TLS_NOT_SPOKEN : ProbeCause.TLS_BROKEN,
        Learned.of("tls-said", String.valueOf(e.getMessage())));
  }

  private static boolean hungUp(IOException e) {
    return e.getCause() instanceof EOFException || e.getCause() instanceof SocketException;
  }

  /** Which certificate they showed, and what we think of it. */
  Learned trust() throws ProbeFailure {
    ShownCertificates seen = Objects.requireNonNull(certificates);
    Learned certificate = Certificate.shown(Objects.requireNonNull(seen.shown()));
    if (seen.objection() != null) {
      throw new ProbeFailure(Check.TRUST, Certificate.cause(seen.objection()), certificate);
    }
    return certificate;
  }

  boolean secured() {
    return security != null;
  }

  /** Their time by the answer to HEAD, which asks for nothing; else by their certificate's days. */
  Learned clock() throws Exception {
    if (ourFailure == null && String.valueOf(address.getScheme()).startsWith("http")) {
      return TheirClock.read(Objects.requireNonNull(socket), address, wall);
    }
    return Learned.nothing(secured() ? "certificate-days" : "no-time");
  }

  /** That they did not break the handshake off after we had shown our certificate. */
  void ours() throws ProbeFailure {
    if (ourFailure != null) {
      throw new ProbeFailure(
          Check.CREDENTIAL, ProbeCause.OURS_REFUSED, Learned.of("tls-said", ourFailure));
    }
  }

  private int millis() {
    return Math.toIntExact(limit.toMillis());
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // nothing was said on it
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      close(socket);
    }
  }
}
