package city.tongban.transport;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes a line when its time is over, so that whoever reads from it or writes to it fails. The
 * time-out of a socket counts anew with each byte; a peer that sends one now and then never meets
 * it.
 */
public final class SocketDeadline {
  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private SocketDeadline() {}

  /** What is done on a line. */
  public interface Talk<T> {
    T run() throws IOException;
  }

  /**
   * @param line the plain socket: a TLS one would first say good-bye, and wait for that
   */
  public static <T> T within(Socket line, Duration length, Talk<T> talk) throws IOException {
    Future<?> alarm = WATCH.schedule(() -> cut(line), length.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return talk.run();
    } finally {
      alarm.cancel(false);
    }
  }

  private static void cut(Socket line) {
    try {
      line.close();
    } catch (IOException e) {
      // then it is closed already
    }
  }

  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "deadline");
              thread.setDaemon(true);
              return thread;
            });
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }
}
