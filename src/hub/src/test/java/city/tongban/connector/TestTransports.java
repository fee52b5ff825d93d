package city.tongban.connector;

import java.nio.file.Path;
import java.time.Clock;

/** The transports, for tests that call nobody. */
final class TestTransports {
  private TestTransports() {}

  static Transports all() {
    return new Transports(
        new Credentials(Path.of("no-such-folder")), backEnd -> false, Clock.systemUTC());
  }
}
