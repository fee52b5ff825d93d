package city.tongban.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * From when on people are warned of a lane; what is not given is not watched.
 *
 * @param waiting so many deliveries or more
 * @param oldest one of them for so long or longer
 * @param parked so many stand still or more
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
