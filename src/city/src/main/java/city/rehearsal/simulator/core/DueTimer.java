package city.rehearsal.simulator.core;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/**
 * Calls back when a message's time has come, by the wall clock or by the business clock. One thread
 * sleeps until the next due time.
 */
public final class DueTimer implements Closeable {
  private record Due(Instant when, long number) {}

  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);

  private final PriorityQueue<Due> byWall = queue();
  private final PriorityQueue<Due> byBusiness = queue();
  private final BusinessClock clock;
  private final LongConsumer onDue;
  private final Thread thread;
  private boolean open = true;

  /**
   * @param onDue is given the number of the message whose time has come
   */
  public DueTimer(String name, BusinessClock clock, LongConsumer onDue) {
    this.clock = clock;
    this.onDue = onDue;
    this.thread = new Thread(this::work, name);
    thread.setDaemon(true);
    clock.onChange(this::wake);
  }

  private static PriorityQueue<Due> queue() {
    return new PriorityQueue<>(Comparator.comparing(Due::when));
  }

  public void start() {
    thread.start();
  }

  public synchronized void atWallTime(Instant when, long number) {
    byWall.add(new Due(when, number));
    notifyAll();
  }

  public synchronized void atBusinessTime(Instant when, long number) {
    byBusiness.add(new Due(when, number));
    notifyAll();
  }

  private synchronized void wake() {
    notifyAll();
  }

  private void work() {
    try {
      for (long number = next(); number > 0; number = next()) {
        onDue.accept(number);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next message that is due; 0 after {@link #close()}. */
  private synchronized long next() throws InterruptedException {
    while (open) {
      for (PriorityQueue<Due> queue : List.of(byWall, byBusiness)) {
        Due head = queue.peek();
        if (head != null && wait(queue, head).compareTo(Duration.ZERO) <= 0) {
          queue.remove();
          return head.number();
        }
      }
      wait(Math.max(1, untilNext().toMillis()));
    }
    return 0;
  }

  private Duration untilNext() {
    Duration sleep = LONGEST_SLEEP;
    for (PriorityQueue<Due> queue : List.of(byWall, byBusiness)) {
      Due head = queue.peek();
      if (head != null && wait(queue, head).compareTo(sleep) < 0) {
        sleep = wait(queue, head);
      }
    }
    return sleep;
  }

  private Duration wait(PriorityQueue<Due> queue, Due due) {
    return queue == byWall
        ? Duration.between(Instant.now(), due.when()).plusMillis(1)
        : clock.wallUntil(due.when());
  }

  @Override
  public synchronized void close() {
    open = false;
    notifyAll();
  }
}
