package city.tongban.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * The row of the business clock: at {@code wallAnchor} it was {@code businessAnchor}, and since
 * then business time runs {@code speed} times as fast as wall time.
 */
record ClockRow(Instant wallAnchor, Instant businessAnchor, double speed) {

  /**
   * Business time at a reading of the wall clock; a wall clock set back makes it wait, not return.
   */
  Instant at(Instant wall) {
    Duration elapsed = Duration.between(wallAnchor, wall);
    if (elapsed.isNegative()) {
      return businessAnchor;
    }
    return businessAnchor.plus(speed == 1 ? elapsed : faster(elapsed));
  }

  boolean real() {
    return speed == 1 && wallAnchor.equals(businessAnchor);
  }

  private Duration faster(Duration elapsed) {
    return Duration.ofNanos(Math.round(elapsed.toNanos() * speed));
  }
}
