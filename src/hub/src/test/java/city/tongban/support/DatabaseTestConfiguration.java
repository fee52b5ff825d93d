package city.tongban.support;

import city.tongban.vault.KeyedHasher;
import city.tongban.vault.TestVault;
import city.tongban.vault.Vault;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The beans that every module with tables needs; a test registers it beside its {@link DataSource}.
 */
@EnableTransactionManagement
public class DatabaseTestConfiguration {
  @Bean
  JdbcClient jdbc(DataSource source) {
    return JdbcClient.create(source);
  }

  @Bean
  JdbcTemplate batches(DataSource source) {
    return new JdbcTemplate(source);
  }

  @Bean
  PlatformTransactionManager transactions(DataSource source) {
    return new JdbcTransactionManager(source);
  }

  @Bean
  TransactionTemplate template(PlatformTransactionManager transactions) {
    return new TransactionTemplate(transactions);
  }

  @Bean
  Vault vault() {
    return TestVault.vault();
  }

  @Bean
  KeyedHasher fingerprints() {
    return TestVault.fingerprints();
  }

  @Bean
  ObjectMapper json() {
    return JsonMapper.builder().findAndAddModules().build();
  }
}
