package city.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Path;
import net.sf.saxon.s9api.SaxonApiException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A plain Camel pipe: HTTP, durable queue, stylesheet, the department's SOAP, durable reply queue.
 * It shares no code and no settings file with the hub. The bench measures the hub against it.
 */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(PipeBroker.class)
public class BarePipe {

  @Bean
  PipeHeaders pipeHeaders() {
    return new PipeHeaders();
  }

  @Bean
  PipeSteps pipeSteps(@Value("${pipe.secrets}") Path secrets)
      throws IOException, SaxonApiException {
    return new PipeSteps(secrets);
  }

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(BarePipe.class)
        .properties("spring.config.name=pipe")
        .run(arguments);
  }
}
