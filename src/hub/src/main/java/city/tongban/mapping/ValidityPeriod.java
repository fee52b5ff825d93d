package city.tongban.mapping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a line of a code list holds.
 *
 * @param from first day; null when it has always held
 * @param to last day; null when no end is known
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

  /** Whether days lie between this one and a later one on which neither holds. */
  boolean leavesGapBefore(ValidityPeriod later) {
    return to != null && later.from != null && to.plusDays(1).isBefore(later.from);
  }

  private static boolean ended(@Nullable LocalDate last, @Nullable LocalDate first) {
    return last != null && first != null && last.isBefore(first);
  }

  /** In a sentence: {@code from 2018-07-01}, {@code until 2018-12-31}, {@code on every day}. */
  @Override
  public String toString() {
    if (from == null) {
      return to == null ? "on every day" : "until " + to;
    }
    return to == null ? "from " + from : "from " + from + " to " + to;
  }
}
