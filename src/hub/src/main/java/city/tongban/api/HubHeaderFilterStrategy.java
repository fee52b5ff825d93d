package city.tongban.api;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The headers that pass between HTTP and Camel. In: no header that steers Camel or the hub, in any
 * case of letters, and no credential. Out: only those in {@link #OUT}, so that no request header is
 * sent back.
 */
@Component("hubHeaderFilterStrategy")
class HubHeaderFilterStrategy implements HeaderFilterStrategy {
  private static final Set<String> OUT = Set.of("content-type", "location", "retry-after");
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "proxy-authorization", "cookie");

  @Override
  public boolean applyFilterToExternalHeaders(
      @Nullable String name, @Nullable Object value, @Nullable Exchange exchange) {
    String lower = lower(name);
    return lower.startsWith("camel")
        || lower.startsWith("org.apache.camel")
        || lower.startsWith("hub")
        || CREDENTIALS.contains(lower);
  }

  @Override
  public boolean applyFilterToCamelHeaders(
      @Nullable String name, @Nullable Object value, @Nullable Exchange exchange) {
    return !OUT.contains(lower(name));
  }

  private static String lower(@Nullable String name) {
    return name == null ? "camel" : name.toLowerCase(Locale.ROOT);
  }
}
