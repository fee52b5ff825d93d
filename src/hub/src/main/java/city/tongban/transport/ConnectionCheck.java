package city.tongban.transport;

import city.tongban.canonical.HubException;

/**
 * The checks of one transport over an open connection: the server's identity, our credential, and
 * our permissions. A check never sends a case.
 */
public interface ConnectionCheck extends AutoCloseable {
  /** Checks the server's identity on a connection without certificates. */
  default CheckResult trust() throws Exception {
    return CheckResult.nothing("plain");
  }

  CheckResult credential() throws Exception;

  CheckResult rights() throws Exception;

  /** The failure that an exception of a check means. */
  default HubException meaning(Throwable thrown) {
    return FailureClassifier.classify(thrown);
  }

  @Override
  default void close() {}
}
