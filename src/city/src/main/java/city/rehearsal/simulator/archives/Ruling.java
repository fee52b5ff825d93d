package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.office.Verdict;
import org.jspecify.annotations.Nullable;

/** What the archives make of a request and, for a no, why. */
record Ruling(Verdict verdict, @Nullable String reason) {
  static final Ruling FOUND = new Ruling(Verdict.APPROVED, null);

  static Ruling notAccepted(String reason) {
    return new Ruling(Verdict.NOT_ACCEPTED, reason);
  }

  static Ruling nothingFound(String why) {
    return new Ruling(Verdict.REJECTED, "查无此档:" + why);
  }
}
