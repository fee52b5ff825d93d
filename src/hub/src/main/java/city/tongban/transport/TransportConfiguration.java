package city.tongban.transport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransportConfiguration {
  @Bean
  OnlyOurHeaders onlyOurHeaders() {
    return new OnlyOurHeaders();
  }

  @Bean
  TransportRoutes transportRoutes(Transports transports) {
    return new TransportRoutes(transports);
  }
}
