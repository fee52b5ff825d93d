package city.rehearsal.simulator.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that are active for one department. */
public final class Faults {
  /** Long enough to be noticed, short enough for a test that waits for it. */
  private static final long MILLIS = 3_000;

  /**
   * A fault as it was switched on.
   *
   * @param count how many more times it occurs; without limit when absent
   * @param share of the calls that it hits, 0 to 1; every call when absent
   * @param millis how slow or how late
   * @param seed of the random choice of calls that make up the share
   */
  public record Setting(
      FaultKind kind,
      @Nullable Integer count,
      @Nullable Double share,
      @Nullable Long millis,
      @Nullable Long seed) {}

  /**
   * A fault that occurs now.
   *
   * @param nth how often this fault has occurred, from 1; faults with two forms alternate by it
   */
  public record Injection(FaultKind kind, long millis, int nth) {
    public boolean odd() {
      return nth % 2 == 1;
    }
  }

  private Set<FaultKind> supported = Set.of();
  private final List<Active> active = new ArrayList<>();

  /** Switches a fault on; the same fault again replaces the earlier setting. */
  public synchronized void activate(Setting setting) {
    active.removeIf(fault -> fault.setting.kind() == setting.kind());
    active.add(new Active(setting));
  }

  /** Tells which faults the department can have. */
  public synchronized void support(Set<FaultKind> kinds) {
    supported = Set.copyOf(kinds);
  }

  synchronized List<FaultKind> supported() {
    return supported.stream().sorted().toList();
  }

  synchronized void clear(FaultKind kind) {
    active.removeIf(fault -> fault.setting.kind() == kind);
  }

  synchronized void clear() {
    active.clear();
  }

  synchronized List<Setting> settings() {
    return active.stream().map(Active::left).toList();
  }

  /** The fault that occurs in the call that has just come in; at most one. */
  public synchronized Optional<Injection> onCall() {
    return inject(setting -> setting.kind().affectsCalls());
  }

  /** Whether {@code kind} occurs in the result that is about to be sent. */
  public Optional<Injection> onResult(FaultKind kind) {
    return on(kind);
  }

  /** Whether {@code kind} occurs now, for callers that know themselves where it may. */
  public synchronized Optional<Injection> on(FaultKind kind) {
    return inject(setting -> setting.kind() == kind);
  }

  /** The first of these faults that occurs now. */
  public Optional<Injection> onAny(List<FaultKind> kinds) {
    return kinds.stream().flatMap(kind -> on(kind).stream()).findFirst();
  }

  /**
   * Whether a fault is active without count and share. Such a fault also hits calls that are not
   * about an application (a token request), which do not use up a counted fault.
   */
  public synchronized boolean isPermanent(FaultKind kind) {
    return active.stream()
        .map(Active::left)
        .anyMatch(s -> s.kind() == kind && s.count() == null && s.share() == null);
  }

  private Optional<Injection> inject(Predicate<Setting> which) {
    Optional<Injection> injection =
        active.stream()
            .filter(fault -> which.test(fault.setting))
            .flatMap(fault -> fault.inject().stream())
            .findFirst();
    active.removeIf(Active::usedUp);
    return injection;
  }

  private static final class Active {
    private final Setting setting;
    private final SplittableRandom random;
    private int occurred;

    Active(Setting setting) {
      this.setting = setting;
      this.random = new SplittableRandom(setting.seed() == null ? 7 : setting.seed());
    }

    Optional<Injection> inject() {
      if (setting.share() != null && random.nextDouble() >= setting.share()) {
        return Optional.empty();
      }
      occurred++;
      long millis = setting.millis() == null ? MILLIS : setting.millis();
      return Optional.of(new Injection(setting.kind(), millis, occurred));
    }

    boolean usedUp() {
      return setting.count() != null && occurred >= setting.count();
    }

    Setting left() {
      Integer count = setting.count() == null ? null : Integer.valueOf(setting.count() - occurred);
      return new Setting(setting.kind(), count, setting.share(), setting.millis(), setting.seed());
    }
  }
}
