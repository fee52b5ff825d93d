package city.tongban.console;

import city.tongban.trace.TraceStepView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons that a step offers: received with canonical, canonical with mapped, sent with its
 * reply.
 */
final class SuggestedComparisons {
  private SuggestedComparisons() {}

  /** A comparison to offer: two texts and their refs for the link. */
  record Pair(CaseDocument left, CaseDocument right) {}

  static Map<String, Pair> of(List<TraceStepView> stops) {
    Map<String, Pair> pairs = new HashMap<>();
    Map<Integer, CaseDocument> sent = new HashMap<>();
    for (TraceStepView stop : stops) {
      Pair pair = pair(stop, sent);
      if (pair != null) {
        pairs.put(stop.id(), pair);
      }
    }
    return pairs;
  }

  private static @Nullable Pair pair(TraceStepView stop, Map<Integer, CaseDocument> sent) {
    CaseDocument in = CaseDocument.of(stop, "in").orElse(null);
    CaseDocument out = CaseDocument.of(stop, "out").orElse(null);
    Integer delivery = Objects.requireNonNullElse(stop.deliverySequence(), 0);
    if (stop.stage().equals("intake") && stop.event().equals("received") && in != null) {
      return new Pair(in, CaseDocument.CANONICAL);
    }
    if (stop.stage().equals("delivery") && out != null) {
      sent.put(delivery, out);
      return out.kind().equals("mapped") ? new Pair(CaseDocument.CANONICAL, out) : null;
    }
    CaseDocument before = sent.get(delivery);
    return in != null && before != null ? new Pair(before, in) : null;
  }
}
