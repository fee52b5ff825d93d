package city.rehearsal.simulator;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the simulators stand.
 *
 * @param port 0 for any free one
 * @param hub the base address of the hub whose web-hook they ring
 * @param secrets folder with one file per secret
 * @param books folder in which the departments keep what they have taken
 * @param only the one back-end whose department moves in; null for all
 */
public record SimulatorSettings(
    int port, URI hub, Path secrets, Path books, @Nullable String only) {
  /** All departments. */
  public SimulatorSettings(int port, URI hub, Path secrets, Path books) {
    this(port, hub, secrets, books, null);
  }

  boolean wants(String backEnd) {
    return only == null || only.equals(backEnd);
  }
}
