package city.tongban.notice;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps an eye on one push: notes that it is slow, and ends it when its time is over. */
final class PushTimeout implements AutoCloseable {
  private final Future<?> patience;
  private final Future<?> end;
  private boolean slow;
  private boolean cut;
  private @Nullable Runnable abort;

  /**
   * Begins to watch.
   *
   * @param goesOn asked once the push is slow: whether it may go on all the same
   */
  PushTimeout(ScheduledExecutorService timer, PushProperties limits, BooleanSupplier goesOn) {
    patience =
        timer.schedule(() -> slow(goesOn), limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    end = timer.schedule(this::cut, limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void slow(BooleanSupplier goesOn) {
    slow = true;
    if (!goesOn.getAsBoolean()) {
      cut();
    }
  }

  private synchronized void cut() {
    cut = true;
    if (abort != null) {
      abort.run();
    }
  }

  /** What ends the push. */
  synchronized void over(Runnable abort) {
    this.abort = abort;
    if (cut) {
      abort.run();
    }
  }

  synchronized boolean wasSlow() {
    return slow;
  }

  /** Whether it was this watch that ended the push. */
  synchronized boolean wasCut() {
    return cut;
  }

  @Override
  public void close() {
    patience.cancel(false);
    end.cancel(false);
  }
}
