package city.tongban.node;

import city.tongban.clock.BusinessClock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives an empty database its business clock: a rehearsal's day when one is set, else real time.
 */
@Component
class ClockInitializer {

  ClockInitializer(
      BusinessClock clock, @Value("${hub.clock.start:#{null}}") @Nullable String rehearsal) {
    if (rehearsal == null) {
      clock.startAtRealTime();
    } else {
      clock.startAt(OffsetDateTime.parse(rehearsal).toInstant());
    }
  }
}
