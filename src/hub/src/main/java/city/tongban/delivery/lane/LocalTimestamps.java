package city.tongban.delivery.lane;

import city.tongban.clock.BusinessClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Business time in a sentence. */
public final class LocalTimestamps {
  private LocalTimestamps() {}

  public static OffsetDateTime of(Instant business) {
    return business.atZone(BusinessClock.ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
  }
}
