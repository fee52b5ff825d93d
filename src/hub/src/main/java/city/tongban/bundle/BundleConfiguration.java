package city.tongban.bundle;

import city.tongban.connector.BundleCheck;
import city.tongban.connector.ConnectorListener;
import city.tongban.connector.ConnectorProperties;
import city.tongban.transport.Transports;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Imports the shipped folders before any other bean can ask for a connector. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectorProperties.class)
class BundleConfiguration {
  @Bean
  BundleStore bundleStore(JdbcClient jdbc) {
    return new JdbcBundleStore(jdbc);
  }

  @Bean
  ActiveConnectors connectors(
      ConnectorProperties properties,
      BundleStore store,
      List<BundleCheck> further,
      Transports transports,
      List<ConnectorListener> listeners) {
    List<BundleCheck> checks = new ArrayList<>(List.of(new FolderCheck(transports)));
    checks.addAll(further);
    ActiveConnectors connectors =
        new ActiveConnectors(
            store,
            new ConnectorReader(properties.addresses(), properties.listen()),
            checks,
            listeners);
    connectors.importBundles(new BundleFolders(properties.folders()).bundles());
    return connectors;
  }

  @Bean
  Versions versions(
      ActiveConnectors connectors,
      BundleStore store,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    return new Versions(connectors, store, transaction, events);
  }
}
