package city.tongban.connector;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a back-end takes calls, in Shanghai business time; it may span midnight ({@code
 * 22:00-02:00}).
 *
 * @param from first moment of the day at which it is open
 * @param to first moment at which it is closed again
 */
public record Hours(@Nullable LocalTime from, @Nullable LocalTime to) {
  public static final Hours ALWAYS = new Hours(null, null);
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  public Hours {
    if ((from == null) != (to == null) || (from != null && from.equals(to))) {
      throw new IllegalArgumentException("hours need a 'from' and another 'to'");
    }
  }

  public boolean open(Instant business) {
    if (from == null || to == null) {
      return true;
    }
    LocalTime now = business.atZone(SHANGHAI).toLocalTime();
    boolean afterFrom = !now.isBefore(from);
    boolean beforeTo = now.isBefore(to);
    return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
  }

  /** The next instant at which it is open: this one, if it is open now. */
  public Instant nextOpening(Instant business) {
    if (from == null || open(business)) {
      return business;
    }
    ZonedDateTime today = business.atZone(SHANGHAI).with(from);
    return (today.toInstant().isBefore(business) ? today.plusDays(1) : today).toInstant();
  }
}
