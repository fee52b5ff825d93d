package city.rehearsal;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes every {@code await()} without a bound of its own wait for up to a minute. Awaitility's own
 * ten seconds are too short on a machine that is four times slower; a test that passes waits no
 * longer for it. The module is on the test class path of the hub and of the command line, whose
 * tests wait the same.
 */
public final class PatientAwaitility implements BeforeAllCallback {
  private static final Duration BOUND = Duration.ofMinutes(1);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(BOUND);
  }
}
