package city.tongban.connector;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this deployment's back-ends are.
 *
 * @param folders location of the folders connectors/ and mappings/: {@code classpath*:} is the jar,
 *     {@code file:/etc/tongban/} a folder
 * @param addresses address of a back-end; replaces the address in its connector.yaml
 * @param pollInterval pause between two polls of a department's tables; replaces {@code
 *     staging.pollInterval} of each connector.yaml, for rehearsals and tests
 * @param listen address on which the hub listens for a back-end that opens the connection itself;
 *     replaces the one in its connector.yaml
 */
@ConfigurationProperties("hub.connectors")
public record ConnectorProperties(
    @DefaultValue("classpath*:") String folders,
    @DefaultValue Map<String, URI> addresses,
    @Nullable Duration pollInterval,
    @DefaultValue Map<String, URI> listen) {
  /** The defaults, for tools that run without Spring. */
  public static final ConnectorProperties DEFAULTS =
      new ConnectorProperties("classpath*:", Map.of(), null, Map.of());
}
