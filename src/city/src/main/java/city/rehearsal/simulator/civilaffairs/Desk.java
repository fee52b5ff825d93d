package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DecisionPlan;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.DueTimer;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.Closeable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The office: picks rows up, decides on working days, writes results, and counts a day when it is
 * over. A row is done when it stands in the book; the tables are worked at by one thread.
 */
final class Desk implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final long LOOK_MILLIS = 200;

  private final DepartmentContext context;
  private final Database database;
  private final ApplicationStore store;
  private final Faults faults;
  private final Register register;
  private final DueTimer timer;
  private final Clerk clerk;
  private final Writer writer;
  private final DelayQueue<Errand> errands = new DelayQueue<>();
  private final Thread thread = new Thread(this::work, "civil-affairs-desk");
  private LocalDate counted = LocalDate.MIN;

  Desk(DepartmentContext context, Database database) {
    this.context = context;
    this.database = database;
    this.store = context.store();
    this.faults = context.faults();
    this.register = new Register(store, context.clock(), Clock.systemUTC());
    this.timer = new DueTimer("civil-affairs-agenda", context.clock(), this::due);
    this.clerk = new Clerk(database);
    this.writer = new Writer(clerk, faults);
    thread.setDaemon(true);
  }

  /** Takes up the work where the last process left it. */
  void start() {
    for (StoredMessage entry : store.all()) {
      lay(entry);
      tell(entry.number());
    }
    timer.start();
    thread.start();
  }

  private void lay(StoredMessage entry) {
    DecisionPlan plan = entry.plan();
    if (plan == null || !entry.status().undecided()) {
      return;
    }
    if (plan.decideAt() != null) {
      timer.atWallTime(plan.decideAt(), entry.number());
    } else {
      timer.atBusinessTime(Objects.requireNonNull(plan.decideOn()), entry.number());
    }
  }

  private void due(long number) {
    store.update(number, entry -> entry.asPlanned(context.clock().now()));
    store.sync();
    tell(number);
  }

  /** There may be something new to say about an entry. */
  private void tell(long number) {
    if (Result.next(store.get(number)).isPresent()) {
      long late = faults.onResult(FaultKind.LATE_RESULT).map(Faults.Injection::millis).orElse(0L);
      in(late, () -> tellAll(number));
    }
  }

  private void tellAll(long number) throws SQLException {
    for (Optional<Result> next = next(number); next.isPresent(); next = next(number)) {
      Result result = next.get();
      writer.leave(result);
      store.update(number, entry -> entry.acknowledge(result.outcome()));
    }
  }

  private Optional<Result> next(long number) {
    return Result.next(store.get(number));
  }

  private void work() {
    try {
      database.await();
    } catch (InterruptedException e) {
      return;
    }
    while (!Thread.currentThread().isInterrupted()) {
      try {
        round();
      } catch (SQLException e) {
        LOG.debug("the tables are looked at again later: {}", e.toString());
        clerk.startOver();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    clerk.close();
  }

  private void round() throws SQLException, InterruptedException {
    for (Row row : clerk.applications()) {
      apply(row);
    }
    for (Row row : clerk.withdrawals()) {
      withdraw(row);
    }
    for (String id : clerk.flagged()) {
      correct(id);
    }
    count();
    for (Errand errand = errands.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        errand != null;
        errand = errands.poll()) {
      run(errand);
    }
  }

  private void apply(Row row) throws SQLException {
    String id = row.columns().getOrDefault("delivery_id", "");
    try {
      boolean seen = store.find(id).isPresent();
      StoredMessage entry = register.apply(row);
      if (!seen) {
        lay(entry);
      }
      tell(entry.number());
    } catch (FormatException e) {
      refuse(id, "90", String.valueOf(e.getMessage()));
    }
    clerk.taken("ex_apply_in", id);
  }

  private void withdraw(Row row) throws SQLException {
    String id = row.columns().getOrDefault("delivery_id", "");
    try {
      Optional<StoredMessage> entry = register.withdraw(row);
      if (entry.isPresent()) {
        tell(entry.get().number());
      } else {
        refuse(id, "52", "查无此件");
      }
    } catch (FormatException e) {
      refuse(id, "90", String.valueOf(e.getMessage()));
    }
    clerk.taken("ex_withdraw_in", id);
  }

  private void refuse(String id, String outcome, String why) {
    Result result = Result.outside(id, outcome, why, context.clock().now());
    in(0, () -> writer.leave(result));
  }

  /** Somebody looks through what readers have flagged, and writes it as it should be. */
  private void correct(String resultId) throws SQLException {
    String id = resultId.replaceFirst("^R-(.*)-\\d+$", "$1");
    Optional<Result> right =
        store.find(id).stream()
            .flatMap(entry -> Result.of(entry).stream())
            .filter(result -> result.id().equals(resultId))
            .findFirst();
    if (right.isPresent()) {
      clerk.leave(right.get(), 0, null);
    }
  }

  private void count() throws SQLException {
    LocalDate today = BusinessClock.local(context.clock().now()).toLocalDate();
    if (today.equals(counted)) {
      return;
    }
    for (LocalDate day : clerk.openDays(today)) {
      clerk.close(day, faults.onResult(FaultKind.WRONG_COUNT).isPresent());
    }
    counted = today;
  }

  private void in(long millis, Telling telling) {
    errands.add(new Errand(telling, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis)));
  }

  private void run(Errand errand) throws SQLException {
    try {
      errand.telling().run();
    } catch (SQLException e) {
      in(LOOK_MILLIS, errand.telling());
      throw e;
    }
  }

  @Override
  public void close() {
    timer.close();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Telling {
    void run() throws SQLException;
  }

  private record Errand(Telling telling, long dueNanos) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.signum(dueNanos - ((Errand) other).dueNanos); // nanoTime may wrap
    }
  }
}
