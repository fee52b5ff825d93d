package city.tongban.transport.mllp;

import city.tongban.security.MutualTls;
import city.tongban.transport.SocketLimits;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;

/**
 * Hands the messages that callers send to the route, and the body that the route ends with back to
 * the caller. The port is open while the route runs; a suspended route has none.
 */
final class MllpConsumer extends DefaultConsumer implements Suspendable {
  private static final String[] PROTOCOLS = {MutualTls.PROTOCOL};

  private final MllpEndpoint endpoint;

  MllpConsumer(MllpEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    endpoint.servers().open(endpoint.address(), this);
  }

  @Override
  protected void doSuspend() throws Exception {
    endpoint.servers().close(endpoint.address(), this);
    super.doSuspend();
  }

  @Override
  protected void doResume() throws Exception {
    super.doResume();
    endpoint.servers().open(endpoint.address(), this);
  }

  @Override
  protected void doStop() throws Exception {
    endpoint.servers().close(endpoint.address(), this);
    super.doStop();
  }

  SocketLimits limits() {
    return endpoint.limits();
  }

  /**
   * Accepts only a certificate of the authority that the connector names. Certificates are read for
   * each connection, so that a renewed one works at the next.
   */
  SSLSocket handshake(Socket caller) throws IOException {
    SSLSocket socket =
        (SSLSocket) endpoint.tls().context().getSocketFactory().createSocket(caller, null, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setNeedClientAuth(true);
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** The route's answer to a message; empty when the route has none or failed. */
  Optional<byte[]> answer(byte[] message) throws Exception {
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(message);
      getProcessor().process(exchange);
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
      return Optional.ofNullable(exchange.getMessage().getBody(byte[].class));
    } finally {
      releaseExchange(exchange, false);
    }
  }
}
