package city.tongban.transport;

import city.tongban.canonical.HubException;

/**
 * What one transport finds out at an open door: that it is they, that they know us, and that we may
 * do what we shall want to do. It never sends a case.
 */
public interface ConnectionCheck extends AutoCloseable {
  /** That it is they, on a line without certificates. */
  default CheckResult trust() throws Exception {
    return CheckResult.nothing("plain");
  }

  CheckResult credential() throws Exception;

  CheckResult rights() throws Exception;

  /** What an exception that a check threw means. */
  default HubException meaning(Throwable thrown) {
    return FailureClassifier.classify(thrown);
  }

  @Override
  default void close() {}
}
