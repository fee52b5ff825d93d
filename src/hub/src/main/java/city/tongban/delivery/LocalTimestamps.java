package city.tongban.delivery;

import city.tongban.clock.BusinessClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Business time in a sentence. */
final class LocalTimestamps {
  private LocalTimestamps() {}

  static OffsetDateTime of(Instant business) {
    return business.atZone(BusinessClock.ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
  }
}
