package city.tongban.node;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** The embedded broker, and the JMS component and template that the lanes use. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {
  /** At the default of 3.33 ms one producer gets 274 durable sends a second, at this 1,707. */
  private static final int JOURNAL_BUFFER_NANOS = 100_000;

  private static final int DELIVERY_ATTEMPTS_MAX = 10;
  private static final long REDELIVERY_DELAY_MILLIS = 1_000;

  @Bean
  ArtemisConfigurationCustomizer durableBroker() {
    return broker -> {
      broker.setJournalSyncTransactional(true);
      broker.setJournalSyncNonTransactional(true);
      broker.setJournalDatasync(true);
      broker.setPersistIDCache(true);
      broker.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS);
      broker.setSecurityEnabled(false); // it accepts connections from this JVM only
      broker.setJMXManagementEnabled(false);
      // CORE only: a protocol library on the class path of a test must not start here
      broker.setResolveProtocols(false);
      broker.addAddressSetting("#", everyAddress());
      BrokerSafetyCheck.check(broker);
    };
  }

  private static AddressSettings everyAddress() {
    return new AddressSettings()
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setDeadLetterAddress(org.apache.activemq.artemis.api.core.SimpleString.of("hub.dead"))
        .setExpiryAddress(org.apache.activemq.artemis.api.core.SimpleString.of("hub.expired"))
        .setMaxDeliveryAttempts(DELIVERY_ATTEMPTS_MAX)
        .setRedeliveryDelay(REDELIVERY_DELAY_MILLIS)
        .setAutoCreateQueues(true)
        .setAutoCreateAddresses(true)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false);
  }

  /** Consumers prefetch nothing, so that one slow call holds no other case. */
  private static ConnectionFactory withoutPrefetch(ConnectionFactory boot) {
    if (boot instanceof CachingConnectionFactory caching
        && caching.getTargetConnectionFactory() instanceof ActiveMQConnectionFactory target) {
      target.setConsumerWindowSize(0);
      target.setBlockOnDurableSend(true);
      target.setDeserializationAllowList("none.at.all");
      return target;
    }
    throw new UnsafeSettingException(
        "HUB-8090: the connection factory of the broker is of an unknown type");
  }

  /**
   * The component that Camel's {@code jms:} means: transacted sessions and no transaction manager.
   */
  @Bean("jms")
  JmsComponent jms(ConnectionFactory connections) {
    JmsConfiguration settings = new JmsConfiguration();
    settings.setConnectionFactory(withoutPrefetch(connections));
    settings.setTransacted(true);
    settings.setLazyCreateTransactionManager(false);
    settings.setCacheLevelName("CACHE_CONSUMER");
    JmsComponent jms = new JmsComponent(settings);
    jms.setHeaderFilterStrategy(new QueueHeaderFilterStrategy());
    return jms;
  }

  /** How the outbox relay publishes: durable, in one transaction for a burst. */
  @Bean
  JmsTemplate laneSender(ConnectionFactory connections) {
    JmsTemplate template = new JmsTemplate(connections);
    template.setSessionTransacted(true);
    return template;
  }

  @Bean
  CamelContextConfiguration onlySafeEndpoints() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext camel) {
        camel.getCamelContextExtension().registerEndpointCallback(BrokerSafetyCheck::check);
        camel.getCamelContextExtension().registerEndpointCallback(EndpointSafetyCheck::check);
      }

      @Override
      public void afterApplicationStart(CamelContext camel) {}
    };
  }
}
