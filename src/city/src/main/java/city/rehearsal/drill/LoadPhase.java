package city.rehearsal.drill;

import city.rehearsal.client.Latencies;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sends the ledger's cases at their times, whether or not the hub keeps up: an open loop, so that a
 * slow answer does not slow the residents who come next, and a wait is measured from when the case
 * should have gone.
 */
final class LoadPhase {
  /** How many cases may wait for a connection; more would only fill our memory. */
  private static final int QUEUE = 5_000;

  private final TrackedCases accounts;
  private final Function<String, CaseSender> counters;
  private final int connections;
  private final BlockingQueue<Timed> queue = new LinkedBlockingQueue<>(QUEUE);
  private final AtomicBoolean allQueued = new AtomicBoolean();
  private final Latencies acknowledged;

  private record Timed(PlannedCase planned, long dueNanos) {}

  /** Nothing is sent yet; {@code counters} gives each centre its own, by its code. */
  LoadPhase(
      TrackedCases accounts,
      Function<String, CaseSender> counters,
      int connections,
      Latencies acknowledged) {
    this.accounts = accounts;
    this.counters = counters;
    this.connections = connections;
    this.acknowledged = acknowledged;
  }

  /** Returns when every case has its receipt or its refusal; the seconds that it took. */
  double run(Stream<PlannedCase> cases, double rate) throws InterruptedException {
    ExecutorService senders =
        Executors.newFixedThreadPool(connections, DaemonThreads.named("centre"));
    long began = System.nanoTime();
    for (int i = 0; i < connections; i++) {
      senders.execute(this::send);
    }
    try {
      pace(cases.iterator(), rate, began);
      allQueued.set(true);
      senders.shutdown();
      while (!senders.awaitTermination(1, TimeUnit.MINUTES)) {
        // as long as it takes: a case without an answer is sent again
      }
    } finally {
      senders.shutdownNow();
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private void pace(Iterator<PlannedCase> cases, double rate, long began)
      throws InterruptedException {
    for (int n = 0; cases.hasNext(); n++) {
      PlannedCase planned = cases.next();
      accounts.open(planned);
      long due = began + (long) (n / rate * 1e9);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      queue.put(new Timed(planned, due));
    }
  }

  private void send() {
    try {
      while (true) {
        Timed next = queue.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          serve(next);
        } else if (allQueued.get()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Timed next) throws InterruptedException {
    PlannedCase planned = next.planned();
    TrackedCase account = accounts.open(planned);
    counters.apply(planned.centre()).serve(planned, account);
    accounts.answered();
    acknowledged.add(account.ackNanos(next.dueNanos()));
  }
}
