package city.tongban.replay;

import city.tongban.replay.ReplayedMessage.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The comparison of recorded messages with another version's result.
 *
 * @param deliveries examined
 * @param replayed messages, divided into the following counts
 * @param gone messages whose payload is removed or cannot be decrypted
 * @param more whether limit or time ended the replay early
 * @param messages with differences, up to a limit
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

  /** Counts during the replay. */
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
