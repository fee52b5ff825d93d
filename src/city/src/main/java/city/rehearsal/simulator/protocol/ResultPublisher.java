package city.rehearsal.simulator.protocol;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.ResultSender;
import city.rehearsal.simulator.core.RetryExecutor;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Publishes results where the hub fetches them, one at a time and in order. Results that are not
 * about a stored message, repeats and repairs go the same way as new results.
 */
public final class ResultPublisher<R extends Result> implements Closeable {
  private static final long REPAIR_MILLIS = 500;
  private static final long RETRY_MILLIS_MAX = 8_000;

  private final ApplicationStore store;
  private final Faults faults;
  private final Function<StoredMessage, List<R>> results;
  private final Channel<R> channel;
  private final RetryExecutor executor;
  private final ResultSender<R> sender;

  /** Where results are published. */
  public interface Channel<R> {
    /**
     * Returns when the result is stored there.
     *
     * @param intact false when faults may change the result
     */
    void publish(R result, boolean intact) throws IOException;
  }

  /**
   * @param results all results of a message so far, in their order
   */
  public ResultPublisher(
      DepartmentContext context, Function<StoredMessage, List<R>> results, Channel<R> channel) {
    this.store = context.store();
    this.faults = context.faults();
    this.results = results;
    this.channel = channel;
    this.executor = new RetryExecutor(context.backEnd() + "-results", 1, RETRY_MILLIS_MAX);
    this.sender =
        new ResultSender<>(context, executor, this::unpublished, Result::code, new NewResults());
  }

  /** Publishes what is new about message {@code number}, if anything is. */
  public void publishNew(long number) {
    sender.submit(number);
  }

  /** Publishes again, unchanged, all results of a message that have been published. */
  public void publishAgain(StoredMessage message) {
    results.apply(message).stream()
        .filter(result -> message.acknowledged().contains(result.code()))
        .forEach(this::publish);
  }

  /** Publishes a result whatever the store says about it. */
  public void publish(R result) {
    executor.submit(
        () -> {
          channel.publish(result, false);
          if (faults.onResult(FaultKind.DUPLICATE_RESULT).isPresent()) {
            channel.publish(result, true);
          }
        });
  }

  /**
   * Publishes the result with that id again as it should be, a moment after a reader refused it.
   *
   * @return false when no stored message has such a result
   */
  public boolean repair(String resultId) {
    Optional<R> result =
        store.all().stream()
            .flatMap(message -> results.apply(message).stream())
            .filter(candidate -> candidate.id().equals(resultId))
            .findFirst();
    result.ifPresent(right -> executor.submit(REPAIR_MILLIS, () -> channel.publish(right, true)));
    return result.isPresent();
  }

  private Optional<R> unpublished(StoredMessage message) {
    return results.apply(message).stream()
        .filter(result -> !message.acknowledged().contains(result.code()))
        .findFirst();
  }

  @Override
  public void close() {
    sender.close();
  }

  private final class NewResults implements ResultSender.Channel<R> {
    @Override
    public void send(R result) throws IOException {
      channel.publish(result, false);
    }

    @Override
    public void sendAgain(R result) throws IOException {
      channel.publish(result, true);
    }

    @Override
    public boolean recordsRepeats() {
      return false;
    }
  }
}
