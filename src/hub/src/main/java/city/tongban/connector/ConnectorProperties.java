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
 * @param folders where connectors/ and mappings/ are taken in from: {@code classpath*:} is the jar,
 *     {@code file:./} a working copy
 * @param addresses base URL of each back-end; goes before the address in its connector.yaml
 * @param lookEvery how often tables of theirs are looked into; goes before each connector.yaml's
 *     {@code staging.every}, for rehearsals and tests
 * @param doors where back-ends call us that have a door of their own here; goes before the door in
 *     its connector.yaml
 */
@ConfigurationProperties("hub.connectors")
public record ConnectorProperties(
    @DefaultValue("classpath*:") String folders,
    @DefaultValue Map<String, URI> addresses,
    @Nullable Duration lookEvery,
    @DefaultValue Map<String, URI> doors) {
  /** What holds where nothing is set, for tools. */
  public static final ConnectorProperties DEFAULTS =
      new ConnectorProperties("classpath*:", Map.of(), null, Map.of());
}
