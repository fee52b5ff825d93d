package city.tongban.mapping;

import city.tongban.security.Credentials;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the mappings; connectors find them as one of the checks of what is taken in. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

  @Bean
  Mappings mappings(Credentials credentials) {
    return new Mappings(credentials);
  }
}
