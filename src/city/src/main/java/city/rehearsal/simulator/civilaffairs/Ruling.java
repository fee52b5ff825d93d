package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.office.Verdict;
import org.jspecify.annotations.Nullable;

/** What the office makes of an application and, for a no, why. */
record Ruling(Verdict verdict, @Nullable String reason) {
  static final Ruling YES = new Ruling(Verdict.APPROVED, null);

  static Ruling notAccepted(String reason) {
    return new Ruling(Verdict.NOT_ACCEPTED, reason);
  }

  static Ruling rejected(String reason) {
    return new Ruling(Verdict.REJECTED, reason);
  }
}
