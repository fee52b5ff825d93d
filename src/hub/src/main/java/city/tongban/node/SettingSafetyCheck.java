package city.tongban.node;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a setting that would expose the hub. Each setting is read as it is in
 * effect, whether it came from a file, the environment or a switch of the JVM.
 */
@Component
class SettingSafetyCheck {
  private static final String EXPOSED = "it would show internals to other machines or people";
  private static final String EXPOSURE = "management.endpoints.web.exposure.include";
  private static final String MANAGEMENT_PORT = "management.server.port";

  /** Endpoints of Actuator that change nothing and show no payload, setting or memory. */
  private static final Set<String> EXPOSABLE = Set.of("health", "info");

  /** Required values; a setting that is absent counts as empty. */
  private static final Map<String, String> REQUIRED =
      Map.ofEntries(
          Map.entry("camel.main.profile", "prod"),
          Map.entry("camel.security.policy", "fail"),
          Map.entry("management.endpoints.access.default", "none"),
          Map.entry("server.error.include-stacktrace", "never"),
          Map.entry("server.error.include-message", "never"),
          Map.entry("spring.jmx.enabled", "false"));

  /** Values that are required only of settings that are present. */
  private static final Map<String, String> REQUIRED_IF_PRESENT =
      Map.ofEntries(
          Map.entry("management.endpoint.health.show-components", "never"),
          Map.entry("management.endpoint.health.show-details", "never"),
          Map.entry("server.error.include-exception", "false"),
          Map.entry("server.error.include-binding-errors", "never"),
          Map.entry("server.tomcat.relaxed-path-chars", ""),
          Map.entry("server.tomcat.relaxed-query-chars", ""),
          Map.entry("spring.h2.console.enabled", "false"),
          Map.entry("org.apache.cxf.ws.addressing.decoupled.enabled", "false"),
          Map.entry("org.apache.cxf.stax.allowInsecureParser", "false"),
          Map.entry("com.sun.jndi.ldap.object.trustURLCodebase", "false"),
          Map.entry("com.sun.jndi.rmi.object.trustURLCodebase", "false"));

  SettingSafetyCheck(Environment settings) {
    check(settings);
  }

  static void check(Environment settings) {
    Map<String, String> wrong = new TreeMap<>();
    REQUIRED.forEach((name, value) -> compare(wrong, name, value, settings.getProperty(name, "")));
    REQUIRED_IF_PRESENT.forEach(
        (name, value) -> compare(wrong, name, value, settings.getProperty(name, value)));
    checkExposure(wrong, settings);
    checkManagementPort(wrong, settings);
    DatabaseSafetyCheck.refuse("the hub", wrong, EXPOSED);
  }

  private static void compare(Map<String, String> wrong, String name, String must, String is) {
    if (!must.equalsIgnoreCase(is.strip())) {
      wrong.put(name, is);
    }
  }

  private static void checkExposure(Map<String, String> wrong, Environment settings) {
    Set<String> exposed =
        Binder.get(settings).bind(EXPOSURE, Bindable.setOf(String.class)).orElse(Set.of());
    if (!EXPOSABLE.containsAll(exposed)) {
      wrong.put(EXPOSURE, String.join(",", exposed));
    }
  }

  /** On the main port Actuator would be open to everybody who may call the API. */
  private static void checkManagementPort(Map<String, String> wrong, Environment settings) {
    String port = settings.getProperty(MANAGEMENT_PORT, "");
    boolean isFree = port.equals("0");
    if (port.isBlank() || (!isFree && port.equals(settings.getProperty("server.port", "8080")))) {
      wrong.put(MANAGEMENT_PORT, port);
    }
  }
}
