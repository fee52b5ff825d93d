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
 * Sends the planned cases at their times, whether or not the hub keeps up (open loop): a slow
 * answer does not delay the next case, and latency counts from the planned time.
 */
final class LoadPhase {
  /** How many cases may wait for a connection; bounds the memory. */
  private static final int QUEUE = 5_000;

  private final TrackedCases accounts;
  private final Function<String, CaseSender> senders;
  private final int connections;
  private final BlockingQueue<Timed> queue = new LinkedBlockingQueue<>(QUEUE);
  private final AtomicBoolean allQueued = new AtomicBoolean();
  private final Latencies acknowledged;

  private record Timed(PlannedCase planned, long dueNanos) {}

  /** Sends nothing yet; {@code senders} returns the sender of a centre, by its code. */
  LoadPhase(
      TrackedCases accounts,
      Function<String, CaseSender> senders,
      int connections,
      Latencies acknowledged) {
    this.accounts = accounts;
    this.senders = senders;
    this.connections = connections;
    this.acknowledged = acknowledged;
  }

  /** Sends all cases; returns the seconds until every case had its receipt or refusal. */
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
        // no time limit: a case without an answer is sent again
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
    senders.apply(planned.centre()).serve(planned, account);
    accounts.answered();
    acknowledged.add(account.ackNanos(next.dueNanos()));
  }
}
