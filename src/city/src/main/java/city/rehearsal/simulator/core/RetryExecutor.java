package city.rehearsal.simulator.core;

import java.io.Closeable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Runs tasks on daemon threads; a task that fails runs again after a growing pause, for ever. */
public final class RetryExecutor implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(RetryExecutor.class);
  private static final long PAUSE_MILLIS_MIN = 250;

  private final ScheduledThreadPoolExecutor threads;
  private final long pauseMillisMax;

  /** What is run until it succeeds. */
  public interface Task {
    /**
     * Runs the task once.
     *
     * @throws Exception when the task is to be run again
     */
    void run() throws Exception;
  }

  /**
   * @param name of the threads
   * @param count of the threads; one keeps the order of tasks that do not fail
   * @param pauseMillisMax limit of the pause, which doubles with each failure
   */
  public RetryExecutor(String name, int count, long pauseMillisMax) {
    this.pauseMillisMax = pauseMillisMax;
    this.threads =
        new ScheduledThreadPoolExecutor(
            count,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // after close, nothing is left to do
  }

  public void submit(Task task) {
    submit(0, task);
  }

  public void submit(long delayMillis, Task task) {
    schedule(delayMillis, task, 0);
  }

  private void schedule(long delayMillis, Task task, int failures) {
    Future<?> unused =
        threads.schedule(() -> attempt(task, failures), delayMillis, TimeUnit.MILLISECONDS);
  }

  private void attempt(Task task, int failures) {
    try {
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.atLevel(e instanceof RuntimeException ? Level.WARN : Level.DEBUG)
          .log("a task will be run again", e);
      long pause = Math.min(PAUSE_MILLIS_MIN << Math.min(failures, 10), pauseMillisMax);
      schedule(pause, task, failures + 1);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
