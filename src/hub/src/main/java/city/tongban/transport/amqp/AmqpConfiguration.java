package city.tongban.transport.amqp;

import city.tongban.transport.queue.QueueTransport;
import org.apache.camel.component.amqp.AMQPComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Camel component behind the transport's templates: each endpoint names its own connection. */
@Configuration(proxyBeanMethods = false)
class AmqpConfiguration {
  @Bean("amqp")
  AMQPComponent amqp() {
    return new AMQPComponent(QueueTransport.settings());
  }
}
