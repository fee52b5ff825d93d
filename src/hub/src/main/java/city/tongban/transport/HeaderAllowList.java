package city.tongban.transport;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets four headers out to a back-end and one in from it, whatever case they are written in.
 *
 * <p>A list of what may pass, because lists of what may not have been walked around
 * (CVE-2025-27636, CVE-2026-40453, CVE-2026-47323). Camel calls what it keeps back "filtered".
 */
public final class HeaderAllowList implements HeaderFilterStrategy {
  private static final Set<String> OUT =
      Set.of("accept", "soapaction", "traceparent", "tracestate");

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return !OUT.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return !name.equalsIgnoreCase("content-type");
  }
}
