package city.tongban.node;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data source: the embedded database, or an external one. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int CONNECTIONS = 40;

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(name = "hub.database", matchIfMissing = true, havingValue = "embedded")
  EmbeddedDatabase embeddedDatabase(NodeProperties properties) {
    return EmbeddedDatabase.start(properties.data());
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      NodeProperties properties, ObjectProvider<EmbeddedDatabase> embedded) {
    @Nullable EmbeddedDatabase own = embedded.getIfAvailable();
    HikariDataSource source = new HikariDataSource();
    source.setPoolName("hub");
    source.setJdbcUrl(own == null ? properties.database() : own.url());
    source.setMaximumPoolSize(CONNECTIONS);
    source.setMinimumIdle(4);
    DatabaseSafetyCheck.checkDatabase(source);
    return source;
  }
}
