package city.rehearsal.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.rehearsal.client.SecretFolder;
import city.rehearsal.client.SharedSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One department by itself, for whoever writes its connector. */
class AloneTest {
  @TempDir static Path folder;

  @BeforeAll
  static void secretsOnce() {
    SharedSecrets.make(new SecretFolder(folder.resolve("secrets")).closed());
  }

  @Test
  void oneDepartmentCanBeStartedAlone() throws Exception {
    try (Simulators alone = Simulators.start(settings("human-resources"))) {
      assertThat(alone.addresses()).containsOnlyKeys("human-resources");
    }
  }

  @Test
  void aDepartmentWithoutASimulatorIsRefusedByName() {
    assertThatThrownBy(() -> Simulators.start(settings("weather-relief")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no simulator of weather-relief")
        .hasMessageContaining("housing");
  }

  private SimulatorSettings settings(String only) {
    return new SimulatorSettings(
        0,
        URI.create("http://127.0.0.1:1"),
        folder.resolve("secrets"),
        folder.resolve("stores"),
        Set.of(only));
  }
}
