package city.tongban.node;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets our own headers and those of JMS itself in from a queue, and our own out. Camel's filter is
 * a list of what may not pass, and was walked around by other letters (CVE-2026-40453).
 */
final class QueueHeaderFilterStrategy implements HeaderFilterStrategy {
  private static final String OURS = "Hub";
  private static final String OF_JMS = "JMS";

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return !name.startsWith(OURS) && !name.startsWith(OF_JMS);
  }

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return !name.startsWith(OURS);
  }
}
