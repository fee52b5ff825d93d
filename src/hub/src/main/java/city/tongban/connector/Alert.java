package city.tongban.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds from which a lane raises an alert; a threshold that is not set is not monitored.
 *
 * @param waiting number of waiting deliveries
 * @param oldest age of the oldest waiting delivery
 * @param parked number of parked deliveries
 */
public record Alert(
    @Nullable Integer waiting, @Nullable Duration oldest, @Nullable Integer parked) {
  public static final Alert NONE = new Alert(null, null, null);

  public Alert {
    if ((waiting != null && waiting < 1)
        || (parked != null && parked < 1)
        || (oldest != null && (oldest.isNegative() || oldest.isZero()))) {
      throw new IllegalArgumentException(
          "alert.waiting, oldest and parked must be more than nothing");
    }
  }
}
