package city.rehearsal.simulator.office;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message as a department took it in, and what has become of it.
 *
 * @param number its place in the book, from 1
 * @param serial the department's number for the filing; a withdrawal carries its filing's
 * @param at business time of the taking
 * @param told the results that the hub has acknowledged, once per acknowledgement
 */
public record Entry(
    long number,
    String serial,
    Message message,
    Instant at,
    Verdict verdict,
    @Nullable String reason,
    @Nullable Instant decidedAt,
    @Nullable Plan plan,
    List<String> told) {

  /** A message that was settled while its sender waited. */
  public static Entry settled(
      long number,
      String serial,
      Message message,
      Instant at,
      Verdict verdict,
      @Nullable String reason) {
    return new Entry(number, serial, message, at, verdict, reason, at, null, List.of());
  }

  /** A message that will be decided by {@code plan}. */
  public static Entry open(long number, String serial, Message message, Instant at, Plan plan) {
    return new Entry(number, serial, message, at, Verdict.OPEN, null, null, plan, List.of());
  }

  public Entry underReview() {
    return new Entry(number, serial, message, at, Verdict.UNDER_REVIEW, reason, null, plan, told);
  }

  public Entry ended(Verdict verdict, @Nullable String reason, Instant when) {
    return new Entry(number, serial, message, at, verdict, reason, when, plan, told);
  }

  /** Decided as it was planned; what has been withdrawn meanwhile stays as it is. */
  public Entry asPlanned(Instant when) {
    return plan != null && verdict.undecided() ? ended(plan.verdict(), plan.reason(), when) : this;
  }

  public Entry told(String result) {
    List<String> more = Stream.concat(told.stream(), Stream.of(result)).toList();
    return new Entry(number, serial, message, at, verdict, reason, decidedAt, plan, more);
  }
}
