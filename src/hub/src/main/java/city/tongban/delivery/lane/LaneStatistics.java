package city.tongban.delivery.lane;

import city.tongban.canonical.MessageKey;
import city.tongban.connector.Alert;
import city.tongban.delivery.LaneAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What waits and what is parked in a lane.
 *
 * @param waiting deliveries that wait to be sent, for another try or for an opening
 * @param oldest when the first of them was created; null when none waits
 * @param parked deliveries that wait for a person, the unconfirmed ones included
 */
public record LaneStatistics(long waiting, @Nullable Instant oldest, long parked) {

  /** The alerts whose limits are reached; in a closed lane deliveries may wait. */
  public List<LaneAlert> against(String backEnd, Alert alert, boolean open, Instant now) {
    List<LaneAlert> reached = new ArrayList<>();
    if (open && alert.waiting() != null && waiting >= alert.waiting()) {
      reached.add(
          new LaneAlert(
              backEnd, "HUB-4071", MessageKey.ALERT_WAITING.with(waiting, alert.waiting())));
    }
    Duration age = age(now).orElse(Duration.ZERO);
    if (open && alert.oldest() != null && age.compareTo(alert.oldest()) >= 0) {
      reached.add(
          new LaneAlert(
              backEnd,
              "HUB-4072",
              MessageKey.ALERT_OLDEST.with(age.toMinutes(), alert.oldest().toMinutes())));
    }
    if (alert.parked() != null && parked >= alert.parked()) {
      reached.add(
          new LaneAlert(backEnd, "HUB-4073", MessageKey.ALERT_PARKED.with(parked, alert.parked())));
    }
    return reached;
  }

  public Optional<Duration> age(Instant now) {
    return Optional.ofNullable(oldest).map(since -> Duration.between(since, now));
  }
}
