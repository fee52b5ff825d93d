package city.tongban.node;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Settings that nobody has a reason to change, read back as they are in effect: a line in a file, a
 * variable or a switch of the JVM could each open what was closed.
 */
@Component
class SettingSafetyCheck {
  private static final String LETS_IN = "somebody outside would see what is only for us";

  /** What each must say; a setting that is not there says nothing. */
  private static final Map<String, String> MUST_BE =
      Map.ofEntries(
          Map.entry("camel.main.profile", "prod"),
          Map.entry("camel.security.policy", "fail"),
          Map.entry("management.endpoints.access.default", "none"),
          Map.entry("management.endpoints.web.exposure.include", ""),
          Map.entry("server.error.include-stacktrace", "never"),
          Map.entry("server.error.include-message", "never"),
          Map.entry("spring.jmx.enabled", "false"));

  /** What may be absent, and says this when it is there. */
  private static final Map<String, String> MAY_ONLY_BE =
      Map.ofEntries(
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
    MUST_BE.forEach((name, value) -> compare(wrong, name, value, settings.getProperty(name, "")));
    MAY_ONLY_BE.forEach(
        (name, value) -> compare(wrong, name, value, settings.getProperty(name, value)));
    DatabaseSafetyCheck.refuse("the hub", wrong, LETS_IN);
  }

  private static void compare(Map<String, String> wrong, String name, String must, String is) {
    if (!must.equalsIgnoreCase(is.strip())) {
      wrong.put(name, is);
    }
  }
}
