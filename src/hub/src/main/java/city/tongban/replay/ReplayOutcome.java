package city.tongban.replay;

import city.tongban.canonical.Answer;
import city.tongban.canonical.HubException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The result of mapping one message: its fields by path, or the code of the refusal.
 *
 * @param code null when it was not refused
 */
record ReplayOutcome(SortedMap<String, String> fields, @Nullable String code) {

  static ReplayOutcome of(Supplier<SortedMap<String, String>> made) {
    try {
      return new ReplayOutcome(made.get(), null);
    } catch (HubException e) {
      return refused(e.problem().code());
    }
  }

  static ReplayOutcome refused(String code) {
    return new ReplayOutcome(new TreeMap<>(), code);
  }

  static SortedMap<String, String> fields(Answer answer) {
    SortedMap<String, String> fields = new TreeMap<>();
    put(fields, "delivery", answer.delivery());
    put(fields, "outcome", answer.outcome());
    put(fields, "theirNumber", answer.theirNumber());
    put(fields, "theirMessageId", answer.theirMessageId());
    put(fields, "reason", answer.reason());
    put(fields, "at", answer.at());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
