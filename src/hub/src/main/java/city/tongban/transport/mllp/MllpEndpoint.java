package city.tongban.transport.mllp;

import city.tongban.security.MutualTls;
import city.tongban.transport.SocketLimits;
import java.net.URI;
import java.util.Objects;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One address for MLLP, with the certificates and limits of one connector. */
final class MllpEndpoint extends DefaultEndpoint {
  private final MllpServers servers;
  private final URI address;
  private final MutualTls tls;
  private final SocketLimits limits;

  MllpEndpoint(
      String uri, MllpComponent component, URI address, MutualTls tls, SocketLimits limits) {
    super(uri, component);
    this.servers = component.servers();
    this.address = address;
    this.tls = Objects.requireNonNull(tls, "tls");
    this.limits = limits;
  }

  @Override
  public Producer createProducer() {
    return new MllpProducer(this, new MllpClient(address, tls, limits));
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    MllpConsumer consumer = new MllpConsumer(this, processor);
    configureConsumer(consumer);
    return consumer;
  }

  MllpServers servers() {
    return servers;
  }

  URI address() {
    return address;
  }

  MutualTls tls() {
    return tls;
  }

  SocketLimits limits() {
    return limits;
  }

  @Override
  public boolean isSingleton() {
    return true;
  }
}
