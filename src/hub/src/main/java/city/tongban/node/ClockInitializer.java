package city.tongban.node;

import city.tongban.clock.BusinessClock;
import org.springframework.stereotype.Component;

/**
 * Gives an empty database its business clock: the start of a rehearsal if one is set, else real
 * time.
 */
@Component
class ClockInitializer {

  ClockInitializer(BusinessClock clock, ClockProperties properties) {
    if (properties.start() == null) {
      clock.startAtRealTime();
    } else {
      clock.startAt(properties.start().toInstant());
    }
  }
}
