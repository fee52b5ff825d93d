package city.tongban.transport.mllp;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Sends the body as one message; the acknowledgement becomes the body. */
final class MllpProducer extends DefaultProducer {
  private final MllpClient client;

  MllpProducer(MllpEndpoint endpoint, MllpClient client) {
    super(endpoint);
    this.client = client;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    message.setBody(client.acknowledgement(message.getBody(byte[].class)));
  }
}
