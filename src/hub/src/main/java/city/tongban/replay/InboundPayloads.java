package city.tongban.replay;

import city.tongban.canonical.DeliveryId;
import city.tongban.trace.TraceStepView;
import java.util.Optional;

/** Which stops of a trail have kept something of a department's that a sheet reads. */
enum InboundPayloads {
  REPLY,
  INQUIRY,
  RESULT;

  /** The message of this delivery; empty for another kind of step. */
  static Optional<InboundPayloads> of(TraceStepView stop, DeliveryId delivery) {
    if (stop.in() == null
        || stop.deliverySequence() == null
        || stop.deliverySequence() != delivery.sequence()) {
      return Optional.empty();
    }
    return switch (stop.stage() + " " + stop.event()) {
      case "delivery accepted" -> Optional.of(REPLY);
      case "delivery inquiry-answered" -> Optional.of(INQUIRY);
      case "delivery failed" -> misread(stop) ? Optional.of(REPLY) : Optional.empty();
      case "result received" -> Optional.of(RESULT);
      default -> Optional.empty();
    };
  }

  private static boolean misread(TraceStepView stop) {
    return stop.problem() != null && stop.problem().code().startsWith("HUB-90");
  }
}
