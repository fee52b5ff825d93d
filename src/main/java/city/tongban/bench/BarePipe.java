package city.tongban.bench;

import city.tongban.node.BrokerConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A plain Camel pipe: HTTP, durable queue, the sheet, the department's SOAP, durable reply queue.
 * It has the hub's broker with the hub's settings, and nothing else of the hub.
 *
 * <p>No {@code @Configuration}: the hub would find it and leave out what is left out here.
 */
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      FlywayAutoConfiguration.class,
      SecurityAutoConfiguration.class,
      ManagementWebSecurityAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
@Import(BrokerConfiguration.class)
public class BarePipe {

  @Bean
  PipeHeaders pipeHeaders() {
    return new PipeHeaders();
  }

  @Bean
  PipeSteps pipeSteps(@Value("${hub.secrets}") Path secrets) throws IOException {
    return new PipeSteps(secrets);
  }

  public static void main(String[] arguments) {
    SpringApplication.run(BarePipe.class, arguments);
  }
}
