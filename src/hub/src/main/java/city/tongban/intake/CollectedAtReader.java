package city.tongban.intake;

import city.tongban.canonical.Instants;
import city.tongban.canonical.Refusal;
import city.tongban.clock.BusinessClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** Reads the collection time and compares it with the business clock. */
@Component
class CollectedAtReader {
  private final IntakeProperties settings;

  CollectedAtReader(IntakeProperties settings) {
    this.settings = settings;
  }

  OffsetDateTime read(String text, OffsetDateTime now) {
    OffsetDateTime collected = Instants.parse(text);
    Duration ago = Duration.between(collected, now);
    if (ago.compareTo(settings.backMax()) > 0) {
      throw Refusal.of("HUB-1016", "the collection time is too long ago")
          .because(
              "a case may be uploaded %d hours after it was collected, at most"
                  .formatted(settings.backMax().toHours()))
          .fix("let a person decide: ask the monitoring team");
    }
    if (ago.negated().compareTo(settings.aheadMax()) > 0) {
      throw Refusal.of("HUB-1016", "the collection time is in the future")
          .because("by the hub's business clock it is " + now.toLocalDateTime().withNano(0))
          .fix("correct the clock of the counter, and check the offset of the time");
    }
    return collected;
  }

  /** Whether the case was collected off-line and uploaded later. */
  boolean late(OffsetDateTime collected, OffsetDateTime now) {
    return Duration.between(collected, now).compareTo(settings.lateAfter()) > 0;
  }

  static OffsetDateTime now(BusinessClock clock) {
    return clock.business().atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
