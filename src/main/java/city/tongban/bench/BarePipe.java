package city.tongban.bench;

import city.tongban.node.BrokerConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * A plain Camel pipe: HTTP, durable queue, the sheet, the department's SOAP, durable reply queue.
 * It has the hub's broker with the hub's settings, and nothing else of the hub.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      FlywayAutoConfiguration.class,
      SecurityAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
@Import({BrokerConfiguration.class, PipeSteps.class})
public class BarePipe {

  public static void main(String[] arguments) {
    SpringApplication.run(BarePipe.class, arguments);
  }
}
