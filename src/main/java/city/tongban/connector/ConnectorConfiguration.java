package city.tongban.connector;

import city.tongban.clock.BusinessClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.amqp.AMQPComponent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the connectors together; the folders are taken in before anybody can ask for one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectorProperties.class)
class ConnectorConfiguration {

  @Bean
  Credentials credentials(@Value("${hub.secrets}") Path folder) {
    return new Credentials(folder);
  }

  @Bean
  OnlyOurHeaders onlyOurHeaders() {
    return new OnlyOurHeaders();
  }

  @Bean("amqp")
  AMQPComponent amqp() {
    return AmqpTransport.component();
  }

  @Bean
  Transports transports(
      Credentials credentials,
      ObjectProvider<ResultsAwaited> awaited,
      Clock wall,
      ObjectProvider<BusinessClock> clock) {
    return new Transports(
        credentials,
        backEnd -> awaited.stream().anyMatch(results -> results.from(backEnd)),
        wall,
        () -> clock.getObject().today());
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
        new Connectors(store, new ConnectorReader(properties.addresses()), checks, List.of(routes));
    connectors.takeIn(new BundleFolders(properties.folders()).bundles());
    return connectors;
  }
}
