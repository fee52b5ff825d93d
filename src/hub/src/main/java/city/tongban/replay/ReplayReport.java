package city.tongban.replay;

import city.tongban.replay.ReplayedMessage.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What another version would have made of what was recorded.
 *
 * @param deliveries that were looked at
 * @param replayed messages, of which so many came out the same, otherwise, and so on
 * @param gone what is no longer there or no longer opens
 * @param more there is more than the limit or the time allowed
 * @param messages those that did not come out the same, up to a limit
 */
public record ReplayReport(
    int deliveries,
    int replayed,
    int same,
    int different,
    int newlyRefused,
    int newlyAccepted,
    int gone,
    boolean more,
    List<ReplayedMessage> messages) {
  private static final int MESSAGES_MAX = 200;

  public ReplayReport {
    messages = List.copyOf(messages);
  }

  /** Counts while it goes. */
  static final class Tally {
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final List<ReplayedMessage> messages = new ArrayList<>();
    private int deliveries;
    private int gone;

    void delivery() {
      deliveries++;
    }

    void gone() {
      gone++;
    }

    void add(ReplayedMessage message) {
      counts.merge(message.verdict(), 1, Integer::sum);
      if (message.verdict() != Verdict.SAME && messages.size() < MESSAGES_MAX) {
        messages.add(message);
      }
    }

    ReplayReport report(boolean more) {
      return new ReplayReport(
          deliveries,
          counts.values().stream().mapToInt(Integer::intValue).sum(),
          count(Verdict.SAME),
          count(Verdict.DIFFERENT),
          count(Verdict.NEWLY_REFUSED),
          count(Verdict.NEWLY_ACCEPTED),
          gone,
          more,
          messages);
    }

    private int count(Verdict verdict) {
      return counts.getOrDefault(verdict, 0);
    }
  }
}
