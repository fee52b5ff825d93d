package city.tongban.concurrent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs an action when a time is over, unless it is closed before. For calls whose own time-out is
 * not enough: that of a socket begins anew with every byte, and some libraries have none.
 */
public final class Deadline implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  /** A library that is interrupted may close its connection, and wait for the same peer again. */
  private static final long INTERRUPT_EVERY_MILLIS = 500;

  private final Runnable action;
  private final boolean interrupting;
  private final Future<?> timer;
  private boolean closed;
  private boolean expired;

  private Deadline(Duration length, boolean interrupting, Runnable action) {
    this.action = action;
    this.interrupting = interrupting;
    this.timer =
        interrupting
            ? TIMER.scheduleWithFixedDelay(
                this::expire, length.toMillis(), INTERRUPT_EVERY_MILLIS, TimeUnit.MILLISECONDS)
            : TIMER.schedule(this::expire, length.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Runs the action once.
   *
   * @param action must not block: all deadlines share one thread
   */
  public static Deadline after(Duration length, Runnable action) {
    return new Deadline(length, false, action);
  }

  /**
   * Interrupts the calling thread, again and again until that thread closes the deadline; then an
   * interrupt that it has not noticed yet is cleared.
   */
  public static Deadline interruptingCaller(Duration length) {
    Thread caller = Thread.currentThread();
    return new Deadline(length, true, caller::interrupt);
  }

  private synchronized void expire() {
    if (!closed) {
      expired = true;
      action.run();
    }
  }

  /** Whether the action has run. */
  public synchronized boolean expired() {
    return expired;
  }

  /** The action does not run after this. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel(false);
    if (interrupting && expired) {
      Thread.interrupted(); // it was meant for the call that has ended
    }
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "deadline");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
