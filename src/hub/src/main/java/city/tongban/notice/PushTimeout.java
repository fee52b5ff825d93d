package city.tongban.notice;

import city.tongban.concurrent.Deadline;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The two time limits of one push: after the first it counts as slow, after the second it ends. */
final class PushTimeout implements AutoCloseable {
  private final Deadline patience;
  private final Deadline end;
  private boolean slow;
  private boolean aborted;
  private @Nullable Runnable abort;

  /**
   * Starts both limits.
   *
   * @param mayGoOn asked once the push is slow: whether it may go on all the same
   */
  PushTimeout(PushProperties limits, BooleanSupplier mayGoOn) {
    patience = Deadline.after(limits.slowAfter(), () -> becomeSlow(mayGoOn));
    end = Deadline.after(limits.timeout(), this::abort);
  }

  private synchronized void becomeSlow(BooleanSupplier mayGoOn) {
    slow = true;
    if (!mayGoOn.getAsBoolean()) {
      abort();
    }
  }

  private synchronized void abort() {
    aborted = true;
    if (abort != null) {
      abort.run();
    }
  }

  /** Says what ends the push; it runs at once when a limit has already passed. */
  synchronized void abortWith(Runnable abort) {
    this.abort = abort;
    if (aborted) {
      abort.run();
    }
  }

  synchronized boolean wasSlow() {
    return slow;
  }

  /** Whether a limit ended the push. */
  synchronized boolean wasAborted() {
    return aborted;
  }

  @Override
  public void close() {
    patience.close();
    end.close();
  }
}
