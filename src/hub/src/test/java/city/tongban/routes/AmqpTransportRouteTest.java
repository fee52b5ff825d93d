package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.JmsMessageType;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/amqp.camel.yaml"},
    ids = "transport-amqp")
class AmqpTransportRouteTest extends TransportRouteTestSupport {
  private final ConnectionFactory setup = new ActiveMQConnectionFactory("vm://0");
  private final MessageCreatedStrategy call = (message, session, exchange, cause) -> {};

  @Override
  protected void bindToRegistry(Registry registry) throws Exception {
    super.bindToRegistry(registry);
    registry.bind("setup", setup);
    registry.bind("call", call);
  }

  @Override
  String routeTemplate() {
    return "transport-amqp";
  }

  @Override
  Map<String, Object> parameters() {
    return Map.of("setup", "setup", "call", "call", "timeout", 2000);
  }

  @Override
  String endpoints() {
    return "amqp:*";
  }

  @Test
  void aMessageIsDurableBytesAndNoAnswerIsAwaited() {
    JmsEndpoint endpoint = endpoint(JmsEndpoint.class);

    assertThat(endpoint.isDisableReplyTo()).isTrue();
    assertThat(endpoint.isDeliveryPersistent()).isTrue();
    assertThat(endpoint.getJmsMessageType()).isEqualTo(JmsMessageType.Bytes);
    assertThat(endpoint.getMessageCreatedStrategy()).isSameAs(call);
    assertThat(endpoint.getConfiguration().getConnectionFactory()).isSameAs(setup);
    assertThat(endpoint.getHeaderFilterStrategy()).isSameAs(headerAllowList);
  }
}
