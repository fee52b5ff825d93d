package city.tongban.transport.jms;

import city.tongban.transport.queue.QueueTransport;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Camel component behind the transport's templates: each endpoint names its own connection. */
@Configuration(proxyBeanMethods = false)
class JmsConfiguration {
  @Bean(JmsTransport.COMPONENT)
  JmsComponent partnerJms() {
    return new JmsComponent(QueueTransport.settings());
  }
}
