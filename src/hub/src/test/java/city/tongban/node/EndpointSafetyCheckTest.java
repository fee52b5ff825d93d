package city.tongban.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.path.RunningHub;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No endpoint of the hub lets anybody in, and one that would is refused when it is made. */
class EndpointSafetyCheckTest {
  private CamelContext camel;

  @BeforeEach
  void strict() throws Exception {
    camel = new DefaultCamelContext();
    camel.getRegistry().bind("ours", new QueueHeaderFilterStrategy());
    camel.getRegistry().bind("camels", new DefaultHeaderFilterStrategy());
    camel.addComponent("partner", new AnyOption());
    camel.getCamelContextExtension().registerEndpointCallback(EndpointSafetyCheck::check);
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  /** A component that takes whatever option, as one might that is added later. */
  private static final class AnyOption extends DefaultComponent {
    @Override
    protected Endpoint createEndpoint(String uri, String rest, Map<String, Object> options) {
      options.clear();
      return new DefaultEndpoint(uri, this) {
        @Override
        public Producer createProducer() {
          throw new UnsupportedOperationException();
        }

        @Override
        public Consumer createConsumer(Processor processor) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }

  @ParameterizedTest
  @CsvSource({
    "partner:x?trustAllCertificates=true, trustAllCertificates",
    "partner:x?transferException=true, transferException",
    "partner:x?transferExchange=TRUE, transferExchange",
    "partner:x?transferFault=true, transferFault",
    "partner:x?allowJavaSerializedObject=true, allowJavaSerializedObject",
    "partner:x?allowSerializedHeaders=true, allowSerializedHeaders",
    "partner:x?objectMessageEnabled=true, objectMessageEnabled",
    "partner:x?followRedirects=true, followRedirects",
    "partner:x?muteException=false, muteException",
    "partner:x?loggingFeatureEnabled=true, loggingFeatureEnabled",
    "partner:x?mtomEnabled=true, mtomEnabled",
    "partner:x?headersInline=true, headersInline",
    "partner:x?strictHostKeyChecking=no, strictHostKeyChecking",
    "partner:x?disableHostnameVerification=true, disableHostnameVerification",
    "partner:x?hostnameVerification=false, hostnameVerification",
    "http://127.0.0.1:1/?bridgeEndpoint=true&followRedirects=true&headerFilterStrategy=#ours,"
        + " followRedirects",
    "http://127.0.0.1:1/?headerFilterStrategy=#ours, bridgeEndpoint",
    "http://127.0.0.1:1/?bridgeEndpoint=true, headerFilterStrategy",
    "http://127.0.0.1:1/?bridgeEndpoint=true&headerFilterStrategy=#camels, headerFilterStrategy",
    "platform-http:/x?muteException=false&headerFilterStrategy=#ours, muteException",
    "platform-http:/x?muteException=true, headerFilterStrategy",
    "cxf:/x?dataFormat=RAW&headerFilterStrategy=#ours&mtomEnabled=true, mtomEnabled",
    "cxf:/x?dataFormat=RAW&headerFilterStrategy=#ours&loggingFeatureEnabled=true,"
        + " loggingFeatureEnabled",
    "cxf:/x?dataFormat=RAW, headerFilterStrategy",
    "jms:queue:x?headerFilterStrategy=#ours&transferException=true, transferException",
    "jms:queue:x?headerFilterStrategy=#ours&transferExchange=true, transferExchange",
    "jms:queue:x?headerFilterStrategy=#ours&allowSerializedHeaders=true, allowSerializedHeaders",
    "jms:queue:x, headerFilterStrategy",
    "amqp:queue:x?headerFilterStrategy=#ours&transferException=true, transferException",
    "amqp:queue:x, headerFilterStrategy"
  })
  void anUnsafeOptionIsRefusedByName(String uri, String option) {
    assertThatThrownBy(() -> camel.getEndpoint(uri))
        .hasRootCauseInstanceOf(UnsafeSettingException.class)
        .rootCause()
        .hasMessageContaining("HUB-8090")
        .hasMessageContaining(option);
  }

  @ParameterizedTest
  @CsvSource({
    "partner:x?trustAllCertificates=false&muteException=true&strictHostKeyChecking=yes",
    "http://127.0.0.1:1/?bridgeEndpoint=true&headerFilterStrategy=#ours",
    "platform-http:/x?muteException=true&headerFilterStrategy=#ours",
    "cxf:/x?dataFormat=RAW&headerFilterStrategy=#ours",
    "jms:queue:x?headerFilterStrategy=#ours",
    "direct:x"
  })
  void aSafeOneIsTaken(String uri) {
    assertThatCode(() -> camel.getEndpoint(uri)).doesNotThrowAnyException();
  }

  @Test
  void aComponentsDefaultCountsThoughNoAddressSaysIt() {
    camel.getComponent("http", HttpComponent.class).setFollowRedirects(true);

    assertThatThrownBy(
            () ->
                camel.getEndpoint(
                    "http://127.0.0.1:1/?bridgeEndpoint=true&headerFilterStrategy=#ours"))
        .rootCause()
        .hasMessageContaining("followRedirects");
  }

  @Test
  void anEndpointThatStoodBeforeTheScanIsFoundToo() throws Exception {
    try (CamelContext late = new DefaultCamelContext()) {
      late.addComponent("partner", new AnyOption());
      late.getEndpoint("partner:x?trustAllCertificates=true");

      assertThatThrownBy(
              () ->
                  late.getCamelContextExtension()
                      .registerEndpointCallback(EndpointSafetyCheck::check))
          .hasMessageContaining("trustAllCertificates");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "amqp:queue:x?headerFilterStrategy=#ours&acknowledgementModeName=AUTO_ACKNOWLEDGE",
    "amqp:queue:x?headerFilterStrategy=#ours&acknowledgementModeName=CLIENT_ACKNOWLEDGE&transacted=true"
  })
  void aPartnersQueueThatIsAcknowledgedTooEarlyIsRefused(String uri) {
    assertThatThrownBy(() -> BrokerSafetyCheck.check(uri, camel.getEndpoint(uri)))
        .isInstanceOf(UnsafeSettingException.class)
        .hasMessageContaining("transacted");
  }

  @Test
  void everyEndpointOfTheRunningHubIsSafe() {
    CamelContext hub = RunningHub.get().context().getBean(CamelContext.class);

    assertThat(hub.getEndpoints())
        .allSatisfy(endpoint -> EndpointSafetyCheck.check(null, endpoint))
        .extracting(endpoint -> endpoint.getEndpointUri().replaceAll(":.*", ""))
        .contains("platform-http", "cxf", "jms", "amqp", "http");
  }
}
