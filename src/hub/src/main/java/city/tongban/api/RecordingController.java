package city.tongban.api;

import city.tongban.bundle.Versions.Act;
import city.tongban.canonical.Refusal;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import city.tongban.replay.RecordedExample;
import city.tongban.replay.RecordedExamples;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exports a recorded case as an example, without personal data. */
@RestController
class RecordingController {
  private final RecordedExamples examples;

  RecordingController(RecordedExamples examples) {
    this.examples = examples;
  }

  /**
   * The case to export, and the reason.
   *
   * @param of the id of a delivery or of a trace step
   */
  record Order(@Nullable String of, @Nullable String reason) {}

  @PostMapping("/api/v1/recordings")
  RecordedExample example(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @RequestBody byte[] body) {
    Order order = JsonRequestReader.read(body, Order.class);
    Act act = new Act(partner.id(), JsonRequestReader.reason(order.reason()));
    if (order.of() == null) {
      throw Refusal.of("HUB-1004", "the message does not name the delivery or the trace step")
          .fix("send the id of a delivery or of a trace step")
          .at("/of");
    }
    return examples.of(order.of(), act);
  }
}
