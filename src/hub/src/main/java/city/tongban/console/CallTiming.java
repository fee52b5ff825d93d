package city.tongban.console;

import city.tongban.canonical.TraceStep;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Divides the time of a partner call between the hub and the department, from its four clock
 * readings.
 *
 * @param before time in the hub, from taking the request to its last byte sent
 * @param theirs time at the department, until its answer or the time-out
 * @param after time in the hub again, until the answer was processed
 * @param answered whether there was an answer at all
 */
record CallTiming(Duration before, Duration theirs, Duration after, boolean answered) {
  private static final double WIDTH = 100;

  static @Nullable CallTiming of(TraceStep.@Nullable Call call) {
    if (call == null) {
      return null;
    }
    Duration before = Duration.between(call.requestIn(), call.requestOut());
    Instant answer = call.answerIn();
    return answer == null
        ? new CallTiming(before, between(call.requestOut(), call.answerOut()), Duration.ZERO, false)
        : new CallTiming(
            before, between(call.requestOut(), answer), between(answer, call.answerOut()), true);
  }

  public Duration total() {
    return before.plus(theirs).plus(after);
  }

  public Duration ours() {
    return before.plus(after);
  }

  /** Where the department's part begins in a bar of 100. */
  public double theirStart() {
    return part(before);
  }

  public double theirWidth() {
    return part(theirs);
  }

  private double part(Duration duration) {
    long nanos = total().toNanos();
    return nanos == 0 ? 0 : WIDTH * duration.toNanos() / nanos;
  }

  private static Duration between(Instant from, @Nullable Instant to) {
    return to == null ? Duration.ZERO : Duration.between(from, to);
  }
}
