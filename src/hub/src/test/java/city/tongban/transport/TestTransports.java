package city.tongban.transport;

import city.tongban.security.Credentials;
import java.nio.file.Path;
import java.time.Clock;

/** The transports, for tests that call nobody. */
public final class TestTransports {
  private TestTransports() {}

  public static Transports all() {
    return Transports.offline(new Credentials(Path.of("no-such-folder")), Clock.systemUTC());
  }
}
