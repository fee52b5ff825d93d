package city.rehearsal.simulator.office;

import java.io.Closeable;
import java.util.Objects;
import java.util.function.LongConsumer;

/** The desk at which filings are opened, and later decided, in the order of their times. */
public final class Desk implements Closeable {
  private final Book book;
  private final BusinessClock clock;
  private final Agenda agenda;
  private final LongConsumer bell;

  /**
   * @param bell hears the number of each filing about which there is something to tell
   */
  public Desk(String name, Book book, BusinessClock clock, LongConsumer bell) {
    this.book = book;
    this.clock = clock;
    this.bell = bell;
    this.agenda = new Agenda(name, clock, this::due);
  }

  /** Takes up the work where the last process left it. */
  public void start() {
    book.all().forEach(this::resume);
    agenda.start();
  }

  private void resume(Entry entry) {
    if (entry.verdict().undecided()) {
      lay(entry);
    }
    if (entry.plan() != null) {
      bell.accept(entry.number());
    }
  }

  /** A filing has been taken. */
  public void lay(long number) {
    lay(book.get(number));
  }

  private void lay(Entry entry) {
    Plan plan = Objects.requireNonNull(entry.plan(), "what is open has a plan");
    if (entry.verdict() == Verdict.OPEN) {
      agenda.atWall(plan.reviewAt(), entry.number());
    } else if (plan.decideAt() != null) {
      agenda.atWall(plan.decideAt(), entry.number());
    } else {
      agenda.onBusiness(Objects.requireNonNull(plan.decideOn()), entry.number());
    }
  }

  private void due(long number) {
    Entry entry = book.change(number, this::moved);
    book.settle();
    if (entry.verdict() == Verdict.UNDER_REVIEW) {
      lay(entry);
    }
    bell.accept(number);
  }

  /** One step on; what has been withdrawn meanwhile stays as it is. */
  private Entry moved(Entry entry) {
    Plan plan = entry.plan();
    if (entry.verdict() == Verdict.OPEN) {
      return entry.underReview();
    }
    return entry.verdict() == Verdict.UNDER_REVIEW && plan != null
        ? entry.ended(plan.verdict(), plan.reason(), clock.now())
        : entry;
  }

  @Override
  public void close() {
    agenda.close();
  }
}
