package city.rehearsal.bench;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The bare pipe's embedded broker. It writes each message to the disk as durably as the hub's
 * broker does; otherwise the comparison would be unfair.
 */
public class PipeBroker {
  private static final int JOURNAL_BUFFER_NANOS = 100_000;

  @Bean
  ArtemisConfigurationCustomizer durableBroker() {
    return broker -> {
      broker.setJournalSyncTransactional(true);
      broker.setJournalSyncNonTransactional(true);
      broker.setJournalDatasync(true);
      broker.setPersistIDCache(true);
      broker.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS);
      broker.setSecurityEnabled(false); // reachable from inside this JVM only
      broker.setJMXManagementEnabled(false);
      broker.setResolveProtocols(false); // the AMQP broker of a department is on this class path
      broker.addAddressSetting(
          "#",
          new AddressSettings()
              .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
              .setDeadLetterAddress(SimpleString.of("pipe.dead"))
              .setAutoCreateQueues(true)
              .setAutoCreateAddresses(true)
              .setAutoDeleteQueues(false)
              .setAutoDeleteAddresses(false));
    };
  }

  /** Transacted sessions without a transaction manager and without prefetch. */
  @Bean("jms")
  JmsComponent jms(ConnectionFactory connections) {
    CachingConnectionFactory caching = (CachingConnectionFactory) connections;
    ActiveMQConnectionFactory target =
        (ActiveMQConnectionFactory) caching.getTargetConnectionFactory();
    target.setConsumerWindowSize(0);
    target.setBlockOnDurableSend(true);
    JmsConfiguration settings = new JmsConfiguration();
    settings.setConnectionFactory(target);
    settings.setTransacted(true);
    settings.setLazyCreateTransactionManager(false);
    settings.setCacheLevelName("CACHE_CONSUMER");
    return new JmsComponent(settings);
  }
}
