package city.tongban.vault;

import city.tongban.node.NodeProperties;
import java.security.SecureRandom;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the keys, makes them for an empty database, and refuses those of another one. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  KeyRing keys(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      VaultProperties settings,
      NodeProperties node) {
    KeyFile file = new KeyFile(node.secrets().resolve("vault.keys"));
    return Objects.requireNonNull(
        transaction.execute(status -> keys(file, new KeyVerifier(jdbc), settings)));
  }

  private static KeyRing keys(KeyFile file, KeyVerifier checks, VaultProperties settings) {
    checks.lock();
    if (!file.exists() && !checks.none()) {
      throw KeyVerifier.missingFile();
    }
    KeyFileContent lines = file.exists() ? KeyFileContent.of(file.lines()) : KeyFileContent.none();
    if (lines.complete(settings.algorithm(), new SecureRandom())) {
      file.write(lines.lines());
    }
    KeyRing keys = lines.keys(settings.algorithm());
    checks.check(keys);
    return keys;
  }

  @Bean
  Vault vault(KeyRing keys) {
    return new Vault(keys);
  }

  @Bean
  KeyedHasher fingerprints(KeyRing keys) {
    return new KeyedHasher(keys);
  }
}
