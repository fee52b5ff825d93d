package city.tongban.delivery.lane;

import city.tongban.clock.BusinessClock;
import city.tongban.clock.WorkingDayCalendar;
import city.tongban.connector.Connector;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which lanes are open now by the business clock, and when the others open next. */
@Component
public class OpeningHours {
  private final BusinessClock clock;
  private final WorkingDayCalendar calendar;

  OpeningHours(BusinessClock clock, WorkingDayCalendar calendar) {
    this.clock = clock;
    this.calendar = calendar;
  }

  public boolean open(Connector lane) {
    return lane.hours().open(clock.business(), calendar);
  }

  /** The next opening, business clock; empty while the calendar does not know the day. */
  public Optional<Instant> next(Connector lane) {
    return lane.hours().nextOpening(clock.business(), calendar);
  }

  /** Whether a lane is closed because the calendar does not know today. */
  public boolean calendarEnds(Connector lane) {
    return lane.hours().unknown(clock.business(), calendar);
  }
}
