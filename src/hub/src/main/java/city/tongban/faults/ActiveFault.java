package city.tongban.faults;

import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is on, or shall be.
 *
 * @param count how many more calls it strikes; null when they are not counted
 * @param percent of the calls, 1 to 99; null for all of them
 */
public record ActiveFault(
    String backEnd, String fault, @Nullable Integer count, @Nullable Integer percent) {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,40}");
  private static final int COUNT_MAX = 100_000;

  public ActiveFault {
    if (!WORD.matcher(backEnd).matches() || !WORD.matcher(fault).matches()) {
      throw wrong("names are lower-case letters and hyphens");
    }
    if (count != null && percent != null) {
      throw wrong("it is counted or shared out, not both");
    }
    if (count != null && (count < 1 || count > COUNT_MAX)) {
      throw wrong("a number of calls is 1 to " + COUNT_MAX);
    }
    if (percent != null && (percent < 1 || percent > 99)) {
      throw wrong("a share is 1 to 99 of a hundred");
    }
  }

  /** As the control port wants it. */
  Map<String, Object> order() {
    Map<String, Object> order = new HashMap<>(Map.of("backEnd", backEnd, "fault", fault));
    if (count != null) {
      order.put("count", count);
    }
    if (percent != null) {
      order.put("share", percent / 100.0);
    }
    return order;
  }

  /** The fault and its extent, for the trace step. */
  KeyedMessage detail() {
    KeyedMessage which = KeyedMessage.code("fault", fault);
    if (count != null) {
      return MessageKey.FAULT_FOR_CALLS.with(backEnd, which, count);
    }
    return percent == null
        ? MessageKey.FAULT_UNTIL_CLEARED.with(backEnd, which)
        : MessageKey.FAULT_FOR_PERCENTAGE.with(backEnd, which, percent);
  }

  static Refusal wrong(String why) {
    return Refusal.of("HUB-1058", "no department can be told this fault")
        .because(why)
        .fix("take a back-end and a fault of its own from the list; see src/docs/faults.md");
  }
}
