package city.rehearsal.bench;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Header filter of the pipe: no Camel header comes in, and only the department's headers go out.
 * Without it Camel would send a request's headers back with the answer, its length among them.
 */
final class PipeHeaders implements HeaderFilterStrategy {
  private static final Set<String> OUT = Set.of("SOAPAction", Exchange.CONTENT_TYPE);

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return !OUT.contains(name);
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return name.toLowerCase(Locale.ROOT).startsWith("camel");
  }
}
