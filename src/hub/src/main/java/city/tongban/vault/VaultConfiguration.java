package city.tongban.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the keys, makes them for an empty database, and refuses those of another one. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  Keys keys(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      VaultProperties settings,
      @Value("${hub.secrets}") Path secrets) {
    KeyFile file = new KeyFile(secrets.resolve("vault.keys"));
    return Objects.requireNonNull(
        transaction.execute(status -> keys(file, new KeyChecks(jdbc), settings)));
  }

  private static Keys keys(KeyFile file, KeyChecks checks, VaultProperties settings) {
    checks.lock();
    if (!file.exists() && !checks.none()) {
      throw KeyChecks.missingFile();
    }
    KeyLines lines = file.exists() ? KeyLines.of(file.lines()) : KeyLines.none();
    if (lines.complete(settings.algorithm(), new SecureRandom())) {
      file.write(lines.lines());
    }
    Keys keys = lines.keys(settings.algorithm());
    checks.check(keys);
    return keys;
  }

  @Bean
  Vault vault(Keys keys) {
    return new Vault(keys);
  }

  @Bean
  Fingerprints fingerprints(Keys keys) {
    return new Fingerprints(keys);
  }
}
