package city.tongban.console;

import city.tongban.trace.TraceStepView;
import city.tongban.trace.TraceStepView.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One text of a case that can be read and compared: received, canonical, mapped, sent or replied.
 *
 * @param ref its name in a link: {@code canonical}, or the step's id with {@code .in} or {@code
 *     .out}
 * @param kind its kind: {@code received}, {@code canonical}, {@code mapped}, {@code reply}
 */
record CaseDocument(
    String ref,
    String kind,
    @Nullable Integer delivery,
    @Nullable Instant at,
    @Nullable String partner) {
  static final CaseDocument CANONICAL =
      new CaseDocument("canonical", "canonical", null, null, null);

  /** All texts in order of creation; the canonical form follows the message that it comes from. */
  static List<CaseDocument> of(List<TraceStepView> stops) {
    List<CaseDocument> papers = new ArrayList<>();
    for (TraceStepView stop : stops) {
      of(stop, "in").ifPresent(papers::add);
      if (stop.stage().equals("intake") && !papers.contains(CANONICAL)) {
        papers.add(CANONICAL);
      }
      of(stop, "out").ifPresent(papers::add);
    }
    return papers;
  }

  static Optional<CaseDocument> of(TraceStepView stop, String way) {
    Body body = way.equals("in") ? stop.in() : stop.out();
    return body == null
        ? Optional.empty()
        : Optional.of(
            new CaseDocument(
                stop.id() + "." + way,
                kind(stop, way),
                stop.deliverySequence(),
                stop.at(),
                stop.partner()));
  }

  private static String kind(TraceStepView stop, String way) {
    return switch (stop.stage()) {
      case "intake" -> way.equals("in") ? "received" : "receipt";
      case "delivery" -> way.equals("in") ? "reply" : asks(stop) ? "question" : "mapped";
      case "result" -> way.equals("in") ? "result" : "out";
      default -> way;
    };
  }

  private static boolean asks(TraceStepView stop) {
    return stop.event().equals("asked");
  }
}
