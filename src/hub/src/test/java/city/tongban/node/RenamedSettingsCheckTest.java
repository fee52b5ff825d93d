package city.tongban.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A setting under its old name stops the start, and the message names the new one. */
class RenamedSettingsCheckTest {

  @ParameterizedTest
  @CsvSource({
    "hub.results.look, 200, hub.results.poll-interval",
    "hub.intake.body-bytes-max, 1000, hub.api.body-max",
    "hub.intake.bodyBytesMax, 1000, hub.api.body-max",
    "hub.notice.push.slots, 8, hub.notice.push.concurrency"
  })
  void anOldNameIsRefusedWithTheNewOne(String old, String value, String now) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("file", Map.of(old, value)));
    refused(environment, now);
  }

  @Test
  void anOldNameInTheEnvironmentOfTheProcessIsRefusedToo() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "systemEnvironment", Map.of("HUB_BATCHES_TICK", "100")));
    refused(environment, "hub.batches.check-interval");
  }

  @Test
  void settingsWithoutAnOldNamePass() {
    assertThatCode(() -> RenamedSettingsCheck.check(new StandardEnvironment()))
        .doesNotThrowAnyException();
  }

  private static void refused(StandardEnvironment environment, String now) {
    ConfigurationPropertySources.attach(environment);

    assertThatThrownBy(() -> RenamedSettingsCheck.check(environment))
        .isInstanceOfSatisfying(
            StartRefused.class,
            e -> org.assertj.core.api.Assertions.assertThat(e.fix()).contains(now))
        .hasMessageContaining("HUB-8096");
  }
}
