package city.rehearsal.simulator.core;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * How fast a department decides: some applications within seconds of wall time, the others later by
 * the business clock. The case number selects the time, so that a run can be repeated.
 */
public final class Pacing {
  /** When a decision that takes its time is due. */
  public interface Later {
    /**
     * The due time of one decision.
     *
     * @param from business time of the application
     * @param random selects the time, 0 or more
     */
    Instant after(Instant from, long random);
  }

  private static final int REVIEW_AT_ONCE_OF = 16;

  private final Later later;
  private final int immediatePercent;
  private final Duration immediateMin;
  private final Duration immediateMax;
  private final @Nullable Duration reviewAfter;

  private Pacing(
      Later later,
      int immediatePercent,
      Duration immediateMin,
      Duration immediateMax,
      @Nullable Duration reviewAfter) {
    this.later = later;
    this.immediatePercent = immediatePercent;
    this.immediateMin = immediateMin;
    this.immediateMax = immediateMax;
    this.reviewAfter = reviewAfter;
  }

  /** All applications are decided between {@code min} and {@code max} business time later. */
  public static Pacing later(Duration min, Duration max) {
    return later(
        (from, random) ->
            from.plusSeconds(within(min.toSeconds(), max.toSeconds(), random))
                .truncatedTo(ChronoUnit.SECONDS));
  }

  /** All applications are decided when {@code later} says. */
  public static Pacing later(Later later) {
    return new Pacing(later, 0, Duration.ZERO, Duration.ZERO, null);
  }

  /** The same, but {@code percent} of the applications are decided within this wall time. */
  public Pacing immediately(int percent, Duration min, Duration max) {
    return new Pacing(later, percent, min, max, reviewAfter);
  }

  /**
   * The same, with a review that opens after so much wall time, and for one application in sixteen
   * at once: its web-hook may be faster than the answer to the application.
   */
  public Pacing withReview(Duration after) {
    return new Pacing(later, immediatePercent, immediateMin, immediateMax, after);
  }

  /**
   * The plan for an application.
   *
   * @param wall time of the application by the wall clock
   * @param business the same moment by the business clock
   */
  public DecisionPlan plan(String caseNo, Decision decision, Instant wall, Instant business) {
    long random = random(caseNo);
    Instant review = null;
    if (reviewAfter != null) {
      review = random % REVIEW_AT_ONCE_OF == 0 ? wall : wall.plus(reviewAfter);
    }
    long rest = random / REVIEW_AT_ONCE_OF / 100;
    boolean immediate = isImmediate(caseNo);
    return new DecisionPlan(
        review,
        immediate
            ? wall.plusMillis(within(immediateMin.toMillis(), immediateMax.toMillis(), rest))
            : null,
        immediate ? null : later.after(business, rest),
        decision.status(),
        decision.reason());
  }

  /** Whether the application of that case is decided within seconds. */
  public boolean isImmediate(String caseNo) {
    return random(caseNo) / REVIEW_AT_ONCE_OF % 100 < immediatePercent;
  }

  private static long within(long min, long max, long random) {
    return min + random % (max - min);
  }

  /** A number from 0 up that depends on {@code text} only, evenly spread. */
  public static long random(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.rotateLeft(sum.getValue() * 0x9E3779B97F4A7C15L, 32) >>> 16;
  }
}
