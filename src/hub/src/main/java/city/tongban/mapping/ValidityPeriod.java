package city.tongban.mapping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a line of a code list is valid.
 *
 * @param from first day; null without a beginning
 * @param to last day; null without an end
 */
record ValidityPeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
  static final ValidityPeriod ALWAYS = new ValidityPeriod(null, null);

  ValidityPeriod {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("its last day is before its first");
    }
  }

  boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  boolean meets(ValidityPeriod other) {
    return !ended(to, other.from) && !ended(other.to, from);
  }

  /** Whether there is a gap between this period and a later one. */
  boolean leavesGapBefore(ValidityPeriod later) {
    return to != null && later.from != null && to.plusDays(1).isBefore(later.from);
  }

  private static boolean ended(@Nullable LocalDate last, @Nullable LocalDate first) {
    return last != null && first != null && last.isBefore(first);
  }

  /** For a sentence: {@code from 2018-07-01}, {@code until 2018-12-31}, {@code on every day}. */
  @Override
  public String toString() {
    if (from == null) {
      return to == null ? "on every day" : "until " + to;
    }
    return to == null ? "from " + from : "from " + from + " to " + to;
  }
}
