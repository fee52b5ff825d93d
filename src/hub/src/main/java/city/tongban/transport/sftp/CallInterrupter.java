package city.tongban.transport.sftp;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends a call that its library would wait for without end: a server that keeps the line alive and
 * says nothing else runs into no time-out of a socket. The thread that calls is interrupted.
 */
final class CallInterrupter {
  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "time-limit");
            thread.setDaemon(true);
            return thread;
          });

  /** A library that is interrupted tidies up, and may wait for the same server again. */
  private static final long AGAIN_MILLIS = 500;

  private final Thread caller = Thread.currentThread();
  private final Future<?> alarm;
  private boolean over;
  private boolean rang;

  private CallInterrupter(Duration length) {
    alarm =
        WATCH.scheduleWithFixedDelay(
            this::ring, length.toMillis(), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** For the thread that asks. */
  static CallInterrupter of(Duration length) {
    return new CallInterrupter(length);
  }

  private synchronized void ring() {
    if (!over) {
      rang = true;
      caller.interrupt();
    }
  }

  /** The call has ended; an interrupt that came as it did is none of the next one's. */
  synchronized void end() {
    over = true;
    alarm.cancel(false);
    if (rang) {
      Thread.interrupted();
    }
  }
}
