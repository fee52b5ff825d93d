package city.tongban.security;

import city.tongban.node.NodeProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodeProperties.class)
class CredentialsConfiguration {
  @Bean
  Credentials credentials(NodeProperties node) {
    return new Credentials(node.secrets());
  }

  @Bean
  CertificateExpiryCheck certificateDays(Credentials credentials, Clock wall) {
    return new CertificateExpiryCheck(credentials, wall);
  }
}
