package city.tongban.security;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CredentialsConfiguration {
  @Bean
  Credentials credentials(@Value("${hub.secrets}") Path folder) {
    return new Credentials(folder);
  }

  @Bean
  CertificateExpiryCheck certificateDays(Credentials credentials, Clock wall) {
    return new CertificateExpiryCheck(credentials, wall);
  }
}
