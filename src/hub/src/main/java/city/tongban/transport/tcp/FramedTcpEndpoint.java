package city.tongban.transport.tcp;

import city.tongban.transport.SocketLimits;
import java.net.URI;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One address to which framed messages are sent, with the limits of one connector. */
final class FramedTcpEndpoint extends DefaultEndpoint {
  private final URI address;
  private final SocketLimits limits;

  FramedTcpEndpoint(String uri, FramedTcpComponent component, URI address, SocketLimits limits) {
    super(uri, component);
    this.address = address;
    this.limits = limits;
  }

  @Override
  public Producer createProducer() {
    return new FramedTcpProducer(this, address, limits);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("framed-tcp sends messages and receives none");
  }
}
