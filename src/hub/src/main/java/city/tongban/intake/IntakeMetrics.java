package city.tongban.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Meters for graphs; the control totals are counted from rows. */
@Component
class IntakeMetrics {
  private final MeterRegistry meters;

  IntakeMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void in() {
    meters.counter("hub.intake.in").increment();
  }

  void out(String backEnd) {
    meters.counter("hub.intake.out", "backEnd", backEnd).increment();
  }

  void repeated() {
    meters.counter("hub.intake.repeated").increment();
  }

  void refused(String code) {
    meters.counter("hub.intake.refused", "code", code).increment();
  }
}
