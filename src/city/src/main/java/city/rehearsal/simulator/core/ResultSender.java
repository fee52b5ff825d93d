package city.rehearsal.simulator.core;

import java.io.Closeable;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Sends results to the hub until the hub has acknowledged them: the results of one application in
 * order, those of different applications in parallel.
 *
 * @param <R> a result in the department's form
 */
public final class ResultSender<R> implements Closeable {
  /** How a department's results reach the hub. */
  public interface Channel<R> {
    /**
     * Sends one result.
     *
     * @throws Exception when the hub has not acknowledged the result; it is sent again later
     */
    void send(R result) throws Exception;

    /** Sends a result once more that was just acknowledged, as departments sometimes do. */
    default void sendAgain(R result) throws Exception {
      send(result);
    }

    /** Whether the store records the acknowledgement of a repeat too. */
    default boolean recordsRepeats() {
      return true;
    }

    /** Whether this result is sent twice without a fault being active. */
    default boolean repeats(R result) {
      return false;
    }
  }

  private final ApplicationStore store;
  private final Faults faults;
  private final Function<StoredMessage, Optional<R>> next;
  private final Function<R, String> kind;
  private final Channel<R> channel;
  private final RetryExecutor executor;
  private final Set<Long> inProgress = ConcurrentHashMap.newKeySet();

  /**
   * @param executor its threads send; one thread keeps the order over all applications
   * @param next the first result of a message that the hub has not acknowledged yet
   * @param kind what the store remembers when the result is acknowledged, unique per application
   */
  public ResultSender(
      DepartmentContext context,
      RetryExecutor executor,
      Function<StoredMessage, Optional<R>> next,
      Function<R, String> kind,
      Channel<R> channel) {
    this.store = context.store();
    this.faults = context.faults();
    this.executor = executor;
    this.next = next;
    this.kind = kind;
    this.channel = channel;
  }

  /** There may be a result to send about message {@code number}. */
  public void submit(long number) {
    if (next.apply(store.get(number)).isPresent() && inProgress.add(number)) {
      long late = faults.onResult(FaultKind.LATE_RESULT).map(Faults.Injection::millis).orElse(0L);
      executor.submit(late, () -> send(number));
    }
  }

  private void send(long number) throws Exception {
    Optional<R> due = next.apply(store.get(number));
    if (due.isPresent()) {
      R result = due.get();
      channel.send(result);
      acknowledged(number, result);
      if (faults.onResult(FaultKind.DUPLICATE_RESULT).isPresent() || channel.repeats(result)) {
        channel.sendAgain(result);
        if (channel.recordsRepeats()) {
          acknowledged(number, result);
        }
      }
    }
    inProgress.remove(number);
    submit(number); // the next result of the same application
  }

  private void acknowledged(long number, R result) {
    store.update(number, message -> message.acknowledge(kind.apply(result)));
  }

  @Override
  public void close() {
    executor.close();
  }
}
