package city.rehearsal.simulator.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that are switched on for one department. */
public final class Faults {
  /** Long enough to be noticed, short enough for a test that waits for it. */
  private static final long MILLIS = 3_000;

  /**
   * A fault as it was asked for.
   *
   * @param count how many more calls it strikes; for ever when absent
   * @param share of the calls, 0 to 1; every call when absent
   * @param millis how slow, how late
   * @param seed which calls make up the share
   */
  public record Order(
      FaultKind kind,
      @Nullable Integer count,
      @Nullable Double share,
      @Nullable Long millis,
      @Nullable Long seed) {}

  /**
   * A fault that strikes now.
   *
   * @param nth how often this fault has struck, from 1; faults with two shapes take turns by it
   */
  public record Strike(FaultKind kind, long millis, int nth) {
    public boolean odd() {
      return nth % 2 == 1;
    }
  }

  private Set<FaultKind> known = Set.of();
  private final List<Armed> armed = new ArrayList<>();

  /** Switches a fault on; the same fault again replaces the one before. */
  public synchronized void order(Order order) {
    armed.removeIf(fault -> fault.order.kind() == order.kind());
    armed.add(new Armed(order));
  }

  /** Which ones the department has; it says so when it has moved in. */
  public synchronized void know(Set<FaultKind> kinds) {
    known = Set.copyOf(kinds);
  }

  synchronized List<FaultKind> known() {
    return known.stream().sorted().toList();
  }

  synchronized void clear(FaultKind kind) {
    armed.removeIf(fault -> fault.order.kind() == kind);
  }

  synchronized void clear() {
    armed.clear();
  }

  synchronized List<Order> orders() {
    return armed.stream().map(Armed::left).toList();
  }

  /** The fault that strikes the call that has just come in; at most one. */
  public synchronized Optional<Strike> onCall() {
    return strike(order -> order.kind().strikesCalls());
  }

  /** Whether the result that is about to be told suffers {@code kind}. */
  public Optional<Strike> onResult(FaultKind kind) {
    return on(kind);
  }

  /** Whether {@code kind} strikes now, for those who know themselves what it may strike. */
  public synchronized Optional<Strike> on(FaultKind kind) {
    return strike(order -> order.kind() == kind);
  }

  /**
   * A fault that is on for good: it strikes side doors too (a token is refused), without being used
   * up by them.
   */
  synchronized boolean standing(FaultKind kind) {
    return armed.stream()
        .map(Armed::left)
        .anyMatch(o -> o.kind() == kind && o.count() == null && o.share() == null);
  }

  private Optional<Strike> strike(Predicate<Order> which) {
    Optional<Strike> strike =
        armed.stream()
            .filter(fault -> which.test(fault.order))
            .flatMap(fault -> fault.strike().stream())
            .findFirst();
    armed.removeIf(Armed::usedUp);
    return strike;
  }

  private static final class Armed {
    private final Order order;
    private final SplittableRandom chance;
    private int struck;

    Armed(Order order) {
      this.order = order;
      this.chance = new SplittableRandom(order.seed() == null ? 7 : order.seed());
    }

    Optional<Strike> strike() {
      if (order.share() != null && chance.nextDouble() >= order.share()) {
        return Optional.empty();
      }
      struck++;
      return Optional.of(
          new Strike(order.kind(), order.millis() == null ? MILLIS : order.millis(), struck));
    }

    boolean usedUp() {
      return order.count() != null && struck >= order.count();
    }

    Order left() {
      Integer count = order.count() == null ? null : Integer.valueOf(order.count() - struck);
      return new Order(order.kind(), count, order.share(), order.millis(), order.seed());
    }
  }
}
