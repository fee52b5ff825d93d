package city.tongban.api;

import city.tongban.canonical.Instants;
import city.tongban.canonical.Refusal;
import city.tongban.clock.BusinessClock;
import city.tongban.delivery.Batches;
import city.tongban.delivery.Deliveries;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Both clocks; in a rehearsal the business clock may be stepped forward or run faster. */
@RestController
class ClockController {
  private final BusinessClock clock;
  private final Deliveries deliveries;
  private final Batches batches;

  ClockController(BusinessClock clock, Deliveries deliveries, Batches batches) {
    this.clock = clock;
    this.deliveries = deliveries;
    this.batches = batches;
  }

  record ClockAnswer(OffsetDateTime business, OffsetDateTime wall, double speed) {}

  /** A change of the clock; exactly one of the two is given. */
  record ClockAct(@Nullable String business, @Nullable Double speed) {}

  @GetMapping("/api/v1/clock")
  ClockAnswer read() {
    BusinessClock.Reading reading = clock.reading();
    return new ClockAnswer(
        CityTime.of(reading.business()), CityTime.of(reading.wall()), reading.speed());
  }

  @PostMapping("/api/v1/clock")
  ClockAnswer set(@RequestBody byte[] body) {
    ClockAct act = JsonRequestReader.read(body, ClockAct.class);
    if (act.business() != null && act.speed() == null) {
      clock.step(Instants.parse(act.business()).toInstant());
    } else if (act.speed() != null && act.business() == null) {
      clock.speed(act.speed());
    } else {
      throw Refusal.of("HUB-1004", "exactly one of business and speed is required")
          .fix("send business to step the clock, or speed to let it run faster");
    }
    return read();
  }

  /** The next business instant at which a waiting delivery can move, as JSON text, or null. */
  @GetMapping("/api/v1/clock/next-due")
  JsonNode nextDue() {
    return Stream.of(deliveries.nextOpening(), batches.nextDue())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .<JsonNode>map(at -> TextNode.valueOf(CityTime.of(at).toString()))
        .orElse(NullNode.getInstance());
  }
}
