package city.tongban.api;

import city.tongban.clock.BusinessClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An instant in the city's time zone, with its offset. */
final class CityTime {
  private CityTime() {}

  static OffsetDateTime of(Instant instant) {
    return instant.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }

  static @Nullable OffsetDateTime orNull(@Nullable Instant instant) {
    return instant == null ? null : of(instant);
  }
}
