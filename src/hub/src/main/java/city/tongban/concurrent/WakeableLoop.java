package city.tongban.concurrent;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that looks for work when it is woken, and at the latest after an interval: for
 * due times, and for rows that another node has written.
 */
public final class WakeableLoop {
  private static final Logger LOG = LoggerFactory.getLogger(WakeableLoop.class);

  /** How long a stop waits for the pass under way, in intervals. */
  private static final int STOP_INTERVALS = 20;

  private final String name;
  private final Duration interval;
  private final Duration gather;
  private final Pass pass;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile @Nullable Thread thread;

  /** One look for work. */
  public interface Pass {
    /**
     * Does what is due.
     *
     * @param everything false when only what was announced by a wake-up need be looked at
     */
    void run(boolean everything);
  }

  /**
   * Prepares a loop; {@link #start} starts it.
   *
   * @param name of the thread, and of the loop in the log
   * @param interval the longest time between two passes that look at everything
   * @param gather how long a pass waits after its wake-up, so that it serves a whole burst
   */
  public WakeableLoop(String name, Duration interval, Duration gather, Pass pass) {
    this.name = name;
    this.interval = interval;
    this.gather = gather;
    this.pass = pass;
  }

  /** Something may be due now. */
  public void wake() {
    wakeUps.release();
  }

  public void start() {
    Thread started = new Thread(this::run, name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  /** Ends the loop after the pass under way; an interrupt would break its transaction. */
  public void stop() {
    Thread stopped = thread;
    thread = null;
    if (stopped == null) {
      return;
    }
    wake();
    try {
      stopped.join(interval.toMillis() * STOP_INTERVALS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    long lastFull = System.nanoTime() - interval.toNanos();
    while (thread == Thread.currentThread()) {
      try {
        boolean woken = wakeUps.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
        boolean everything = !woken || System.nanoTime() - lastFull >= interval.toNanos();
        if (!everything) {
          TimeUnit.MILLISECONDS.sleep(gather.toMillis());
        }
        wakeUps.drainPermits(); // before the pass: a wake-up during it causes another one
        if (thread == Thread.currentThread()) {
          pass.run(everything);
        }
        if (everything) {
          lastFull = System.nanoTime();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("{}: a pass failed; what is due stays due: {}", name, e.toString());
      }
    }
  }
}
