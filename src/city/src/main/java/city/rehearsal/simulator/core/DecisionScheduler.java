package city.rehearsal.simulator.core;

import java.io.Closeable;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Carries out each application's {@link DecisionPlan}: opens the review, then decides, at the times
 * that the plan names.
 */
public final class DecisionScheduler implements Closeable {
  private final ApplicationStore store;
  private final BusinessClock clock;
  private final DueTimer timer;
  private final LongConsumer onChange;

  /**
   * @param onChange is given the number of each application that has changed
   */
  public DecisionScheduler(DepartmentContext context, LongConsumer onChange) {
    this.store = context.store();
    this.clock = context.clock();
    this.onChange = onChange;
    this.timer = new DueTimer(context.backEnd() + "-decisions", clock, this::due);
  }

  /** Resumes the plans that a former process left unfinished. */
  public void start() {
    store.all().forEach(this::resume);
    timer.start();
  }

  private void resume(StoredMessage message) {
    schedule(message);
    onChange.accept(message.number());
  }

  /** Plans the next step of a message; a message that is settled has none. */
  public void schedule(long number) {
    schedule(store.get(number));
  }

  private void schedule(StoredMessage message) {
    DecisionPlan plan = message.plan();
    if (plan == null || !message.status().undecided()) {
      return;
    }
    if (message.status() == ApplicationStatus.OPEN && plan.reviewAt() != null) {
      timer.atWallTime(plan.reviewAt(), message.number());
    } else if (plan.decideAt() != null) {
      timer.atWallTime(plan.decideAt(), message.number());
    } else {
      timer.atBusinessTime(Objects.requireNonNull(plan.decideOn()), message.number());
    }
  }

  private void due(long number) {
    StoredMessage message = store.update(number, this::nextStep);
    store.sync();
    schedule(message);
    onChange.accept(number);
  }

  private StoredMessage nextStep(StoredMessage message) {
    DecisionPlan plan = message.plan();
    return plan != null && plan.reviewAt() != null && message.status() == ApplicationStatus.OPEN
        ? message.underReview()
        : message.asPlanned(clock.now());
  }

  @Override
  public void close() {
    timer.close();
  }
}
