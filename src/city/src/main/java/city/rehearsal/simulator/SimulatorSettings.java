package city.rehearsal.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where the simulators run.
 *
 * @param port of the shared HTTP server, 0 for any free one
 * @param hub the base address of the hub whose web-hook receives results
 * @param secrets folder with one file per secret
 * @param stores folder in which the departments keep their application stores and files
 * @param only the back-ends whose departments start; empty for all
 */
public record SimulatorSettings(int port, URI hub, Path secrets, Path stores, Set<String> only) {
  /** All departments. */
  public SimulatorSettings(int port, URI hub, Path secrets, Path stores) {
    this(port, hub, secrets, stores, Set.of());
  }

  boolean wants(String backEnd) {
    return only.isEmpty() || only.contains(backEnd);
  }
}
