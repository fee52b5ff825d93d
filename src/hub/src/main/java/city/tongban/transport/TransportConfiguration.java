package city.tongban.transport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransportConfiguration {
  @Bean
  HeaderAllowList headerAllowList() {
    return new HeaderAllowList();
  }

  @Bean
  TransportCalls transportCalls() {
    return new TransportCalls();
  }

  @Bean
  TransportRoutes transportRoutes(Transports transports) {
    return new TransportRoutes(transports);
  }
}
