package city.tongban.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.support.DefaultComponent;

/**
 * A Camel component whose endpoints open sockets themselves.
 *
 * <p>{@code scheme:host:port?connectTimeout=&timeout=&bytesMax=}, in milliseconds and bytes. No
 * option has a default: the connector sets each of them.
 */
public abstract class SocketComponent extends DefaultComponent {
  /** The address in an endpoint's URI, as {@code scheme://host:port}. */
  protected static URI address(String scheme, String hostAndPort) {
    URI address = URI.create(scheme + "://" + hostAndPort);
    if (address.getHost() == null || address.getPort() < 1) {
      throw new IllegalArgumentException(
          "'%s:%s' is not written as %1$s:host:port".formatted(scheme, hostAndPort));
    }
    return address;
  }

  /** Removes the limits from the options of an endpoint and returns them. */
  protected final SocketLimits limits(Map<String, Object> options) {
    return new SocketLimits(
        Duration.ofMillis(number(options, "connectTimeout")),
        Duration.ofMillis(number(options, "timeout")),
        number(options, "bytesMax"));
  }

  private long number(Map<String, Object> options, String name) {
    Long value = getAndRemoveParameter(options, name, Long.class);
    if (value == null) {
      throw new IllegalArgumentException("option '%s' is missing".formatted(name));
    }
    return value;
  }
}
