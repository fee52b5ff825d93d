package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.JmsMessageType;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/jms.camel.yaml"},
    ids = "transport-jms")
class JmsTransportRouteTest extends TransportRouteTestSupport {
  private final ConnectionFactory setup = new ActiveMQConnectionFactory("vm://0");
  private final MessageCreatedStrategy call = (message, session, exchange, cause) -> {};

  @Override
  protected void bindToRegistry(Registry registry) throws Exception {
    super.bindToRegistry(registry);
    registry.bind("partner-jms", new JmsComponent());
    registry.bind("setup", setup);
    registry.bind("call", call);
  }

  @Override
  String routeTemplate() {
    return "transport-jms";
  }

  @Override
  Map<String, Object> parameters() {
    return Map.of("setup", "setup", "call", "call", "answers", "hub.answers", "timeout", 2000);
  }

  @Override
  String endpoints() {
    return "partner-jms:*";
  }

  @Test
  void aMessageIsDurableBytesAndNamesTheQueueOfTheAnswer() {
    JmsEndpoint endpoint = endpoint(JmsEndpoint.class);

    assertThat(endpoint.getReplyTo()).isEqualTo("hub.answers");
    assertThat(endpoint.isPreserveMessageQos()).isTrue();
    assertThat(endpoint.isDeliveryPersistent()).isTrue();
    assertThat(endpoint.getJmsMessageType()).isEqualTo(JmsMessageType.Bytes);
    assertThat(endpoint.getMessageCreatedStrategy()).isSameAs(call);
    assertThat(endpoint.getConfiguration().getConnectionFactory()).isSameAs(setup);
    assertThat(endpoint.getHeaderFilterStrategy()).isSameAs(headerAllowList);
  }

  @Test
  void theRouteDoesNotWaitForTheAnswer() {
    assertThat(call(Map.of()).getPattern()).isEqualTo(ExchangePattern.InOnly);
  }
}
