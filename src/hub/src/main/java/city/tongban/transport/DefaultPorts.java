package city.tongban.transport;

import java.net.URI;
import java.util.Map;

/** The default port of an address without one, by its scheme. */
public final class DefaultPorts {
  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "https", 443, "sftp", 22, "amqp", 5672, "amqps", 5671, "postgresql", 5432);

  private DefaultPorts() {}

  /** The port of an address, or -1 where neither the address nor its scheme has one. */
  public static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : PORTS.getOrDefault(String.valueOf(address.getScheme()), -1);
  }
}
