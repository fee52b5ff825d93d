package city.tongban.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** A hub with a setting that would expose internals does not start, and names the setting. */
class SettingSafetyCheckTest {

  @Test
  void theShippedSettingsAreSafe() {
    assertThatCode(() -> SettingSafetyCheck.check(shipped())).doesNotThrowAnyException();
  }

  @Test
  void aSlowStatementCallDoesNotDelayTheOtherScheduledTasks() {
    Integer threads = shipped().getProperty("spring.task.scheduling.pool.size", Integer.class);

    assertThat(threads).as("the default is one for all").isGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "camel.main.profile, dev",
    "camel.security.policy, warn",
    "management.endpoints.access.default, unrestricted",
    "management.endpoints.web.exposure.include, *",
    "management.endpoints.web.exposure.include, heapdump",
    "management.endpoints.web.exposure.include, 'health,env'",
    "management.endpoint.health.show-details, always",
    "management.endpoint.health.show-components, always",
    "management.server.port, ''",
    "management.server.port, 8080",
    "server.error.include-stacktrace, always",
    "server.error.include-stacktrace, on_param",
    "server.error.include-message, always",
    "server.error.include-exception, true",
    "server.error.include-binding-errors, always",
    "server.tomcat.relaxed-path-chars, |",
    "server.tomcat.relaxed-query-chars, |",
    "spring.jmx.enabled, true",
    "spring.h2.console.enabled, true",
    "org.apache.cxf.ws.addressing.decoupled.enabled, true",
    "org.apache.cxf.stax.allowInsecureParser, true",
    "com.sun.jndi.ldap.object.trustURLCodebase, true",
    "com.sun.jndi.rmi.object.trustURLCodebase, true"
  })
  void anUnsafeSettingIsRefusedByName(String name, String value) {
    MockEnvironment settings = shipped().withProperty(name, value);

    assertThatThrownBy(() -> SettingSafetyCheck.check(settings))
        .isInstanceOf(UnsafeSettingException.class)
        .hasMessageContaining("HUB-8090")
        .hasMessageContaining(name);
  }

  @Test
  void aFreeManagementPortIsAllowed() {
    MockEnvironment settings = shipped().withProperty("management.server.port", "0");

    assertThatCode(() -> SettingSafetyCheck.check(settings)).doesNotThrowAnyException();
  }

  private static MockEnvironment shipped() {
    MockEnvironment settings = new MockEnvironment();
    try {
      new YamlPropertySourceLoader()
          .load("shipped", new ClassPathResource("application.yaml"))
          .forEach(settings.getPropertySources()::addLast);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return settings;
  }
}
