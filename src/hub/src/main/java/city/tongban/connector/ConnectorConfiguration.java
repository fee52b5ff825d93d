package city.tongban.connector;

import city.tongban.clock.BusinessClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.amqp.AMQPComponent;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the connectors together; the folders are taken in before anybody can ask for one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectorProperties.class)
class ConnectorConfiguration {

  @Bean
  Credentials credentials(@Value("${hub.secrets}") Path folder) {
    return new Credentials(folder);
  }

  @Bean
  CertificateDays certificateDays(Credentials credentials, Clock wall) {
    return new CertificateDays(credentials, wall);
  }

  @Bean
  OnlyOurHeaders onlyOurHeaders() {
    return new OnlyOurHeaders();
  }

  @Bean("amqp")
  AMQPComponent amqp() {
    return AmqpTransport.component();
  }

  @Bean(JmsTransport.COMPONENT)
  JmsComponent partnerJms() {
    return JmsTransport.component();
  }

  @Bean
  Transports transports(
      Credentials credentials,
      ObjectProvider<ResultsAwaited> awaited,
      ObjectProvider<StagingBook> book,
      ConnectorProperties properties,
      Clock wall,
      ObjectProvider<BusinessClock> clock) {
    return new Transports(
        credentials,
        backEnd -> awaited.stream().anyMatch(results -> results.from(backEnd)),
        wall,
        () -> clock.getObject().today(),
        new JdbcTransport(credentials, new BookOfLater(book), properties.lookEvery()));
  }

  @Bean
  TransportRoutes transportRoutes(Transports transports) {
    return new TransportRoutes(transports);
  }

  @Bean
  BundleStore bundleStore(JdbcClient jdbc) {
    return new JdbcBundleStore(jdbc);
  }

  @Bean
  Connectors connectors(
      ConnectorProperties properties,
      BundleStore store,
      List<BundleCheck> further,
      Transports transports,
      TransportRoutes routes) {
    List<BundleCheck> checks = new ArrayList<>(List.of(new FolderCheck(transports)));
    checks.addAll(further);
    Connectors connectors =
        new Connectors(
            store,
            new ConnectorReader(properties.addresses(), properties.doors()),
            checks,
            List.of(routes));
    connectors.takeIn(new BundleFolders(properties.folders()).bundles());
    return connectors;
  }

  @Bean
  Versions versions(
      Connectors connectors,
      BundleStore store,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    return new Versions(connectors, store, transaction, events);
  }

  @Bean
  Probes probes(
      Connectors connectors,
      Transports transports,
      Credentials credentials,
      ObjectProvider<Asking> asking,
      ApplicationEventPublisher events,
      Clock wall) {
    return new Probes(
        connectors,
        transports,
        credentials,
        connector -> asking.getObject().aboutNobody(connector),
        events,
        wall);
  }
}
