package city.tongban.probe;

import city.tongban.connector.Connectors;
import city.tongban.security.Credentials;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.Transports;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProbeConfiguration {
  @Bean
  Probes probes(
      Connectors connectors,
      Transports transports,
      Credentials credentials,
      ObjectProvider<ConnectionInquiry> asking,
      ApplicationEventPublisher events,
      Clock wall) {
    return new Probes(
        connectors,
        transports,
        credentials,
        connector -> asking.getObject().aboutNobody(connector),
        events,
        wall);
  }
}
