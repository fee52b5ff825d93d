package city.rehearsal.simulator.office;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/**
 * What is to be done later, by either clock. One thread sleeps until the next thing is due; it
 * costs nothing while nothing is.
 */
public final class Agenda implements Closeable {
  private record Due(Instant when, long number) {}

  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);

  private final PriorityQueue<Due> byWall = queue();
  private final PriorityQueue<Due> byBusiness = queue();
  private final BusinessClock clock;
  private final LongConsumer desk;
  private final Thread thread;
  private boolean open = true;

  /**
   * @param desk is handed the number of the entry whose time has come
   */
  public Agenda(String name, BusinessClock clock, LongConsumer desk) {
    this.clock = clock;
    this.desk = desk;
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

  public synchronized void atWall(Instant when, long number) {
    byWall.add(new Due(when, number));
    notifyAll();
  }

  public synchronized void onBusiness(Instant when, long number) {
    byBusiness.add(new Due(when, number));
    notifyAll();
  }

  private synchronized void wake() {
    notifyAll();
  }

  private void work() {
    try {
      for (long number = next(); number > 0; number = next()) {
        desk.accept(number);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next entry that is due; 0 when the office closes for good. */
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
