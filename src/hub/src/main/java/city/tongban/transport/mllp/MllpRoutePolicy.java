package city.tongban.transport.mllp;

import city.tongban.connector.Limits;
import city.tongban.security.MutualTls;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one back-end calls us, open as long as the route that takes its messages. Only a caller
 * with a certificate of their authority is let in.
 */
final class MllpRoutePolicy extends RoutePolicySupport {
  private static final Logger LOG = LoggerFactory.getLogger(MllpRoutePolicy.class);
  private static final String[] PROTOCOLS = {MutualTls.PROTOCOL};

  private final MllpServers ports;
  private final URI address;
  private final MutualTls tls;
  private final Limits limits;
  private final Clock wall;
  private volatile @Nullable ProducerTemplate producer;
  private volatile @Nullable Endpoint route;

  MllpRoutePolicy(MllpServers ports, URI address, MutualTls tls, Limits limits, Clock wall) {
    this.ports = ports;
    this.address = address;
    this.tls = tls;
    this.limits = limits;
    this.wall = wall;
  }

  @Override
  public void onStart(Route started) {
    route = started.getEndpoint();
    producer = started.getCamelContext().createProducerTemplate();
    ports.open(address, this);
  }

  @Override
  public void onStop(Route stopped) {
    ports.close(address, this);
    ProducerTemplate last = producer;
    if (last != null) {
      last.stop();
    }
  }

  Limits limits() {
    return limits;
  }

  /** The certificates are those of this moment, so that a new one works at the next call. */
  SSLSocket shakeHands(Socket caller) throws IOException {
    SSLSocket line = (SSLSocket) tls.context().getSocketFactory().createSocket(caller, null, true);
    SSLParameters parameters = line.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setNeedClientAuth(true);
    line.setSSLParameters(parameters);
    line.startHandshake();
    return line;
  }

  /** What is answered to a message; nothing where it does not say from whom it is. */
  Optional<byte[]> take(byte[] message) {
    ProducerTemplate open = producer;
    Endpoint to = route;
    if (open == null || to == null) {
      return Optional.empty();
    }
    Exchange done = open.send(to, exchange -> exchange.getMessage().setBody(message));
    if (done.getException() != null) {
      // nothing of it was kept, and it is for them to send it again
      LOG.warn("a message at {} could not be taken: {}", address, done.getException().toString());
      return Optional.of(Hl7Ack.comeAgain(MessageHeader.of(message), wall.instant()));
    }
    return Optional.ofNullable(done.getMessage().getBody(byte[].class));
  }
}
