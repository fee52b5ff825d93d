package city.tongban.mapping;

import city.tongban.security.Credentials;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the mappings, which are also one of the checks of a new bundle. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

  @Bean
  Mappings mappings(Credentials credentials) {
    return new Mappings(credentials);
  }
}
