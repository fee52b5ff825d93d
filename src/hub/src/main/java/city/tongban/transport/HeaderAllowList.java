package city.tongban.transport;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Passes four headers to a back-end and one from it, in any case of letters.
 *
 * <p>It is a list of allowed headers, because lists of forbidden ones have been bypassed
 * (CVE-2025-27636, CVE-2026-40453, CVE-2026-47323). Camel calls a header that does not pass
 * "filtered".
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
