package city.tongban.node;

import city.tongban.canonical.StartRefused;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a setting under a name of an earlier version. Spring would ignore it, and
 * the hub would run with the default without a word.
 */
@Component
class RenamedSettingsCheck {
  private static final Map<String, String> NEW_NAMES =
      Map.of(
          "hub.connectors.look-every", "hub.connectors.poll-interval",
          "hub.connectors.doors", "hub.connectors.listen",
          "hub.intake.body-bytes-max", "hub.api.body-max",
          "hub.admission.patience", "hub.admission.wait-max",
          "hub.results.look", "hub.results.poll-interval",
          "hub.batches.tick", "hub.batches.check-interval",
          "hub.notice.push.elsewhere", "hub.notice.push.external-receivers",
          "hub.notice.push.slots", "hub.notice.push.concurrency",
          "hub.notice.push.probes", "hub.notice.push.slow-concurrency",
          "hub.notice.push.patience", "hub.notice.push.slow-after");

  RenamedSettingsCheck(Environment environment) {
    check(environment);
  }

  static void check(Environment environment) {
    Map<String, String> found = new TreeMap<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      NEW_NAMES.forEach(
          (old, now) -> {
            if (isIn(source, ConfigurationPropertyName.of(old))) {
              found.put(old, now);
            }
          });
    }
    if (!found.isEmpty()) {
      throw new StartRefused(
          "HUB-8096: settings have a name of an earlier version: " + found.keySet(),
          "rename them (old=new): %s; src/docs/configuration.md has their units".formatted(found));
    }
  }

  /** Whether the source has the setting, or an entry below it where the setting is a map. */
  private static boolean isIn(ConfigurationPropertySource source, ConfigurationPropertyName name) {
    return source.getConfigurationProperty(name) != null
        || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT;
  }
}
