package city.tongban.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One message with the result of both versions.
 *
 * @param delivery that it belongs to
 * @param what {@code request}, {@code reply}, {@code inquiry} or {@code result}
 * @param stop the step of the trace at which it arrived; null for a request
 */
public record ReplayedMessage(
    String delivery,
    String what,
    @Nullable String stop,
    Verdict verdict,
    @Nullable String codeThen,
    @Nullable String codeNow,
    List<Change> changes) {

  /** The comparison of both results. */
  public enum Verdict {
    SAME,
    DIFFERENT,
    NEWLY_REFUSED,
    NEWLY_ACCEPTED
  }

  /**
   * A field that differs; values are present only when a reason was given.
   *
   * @param lengthThen in characters; null when the field did not exist
   */
  public record Change(
      String at,
      @Nullable Integer lengthThen,
      @Nullable Integer lengthNow,
      @Nullable String then,
      @Nullable String now) {

    static Change of(String at, @Nullable String then, @Nullable String now, boolean shown) {
      return new Change(at, length(then), length(now), shown ? then : null, shown ? now : null);
    }

    private static @Nullable Integer length(@Nullable String value) {
      return value == null ? null : value.codePointCount(0, value.length());
    }
  }

  static ReplayedMessage of(Message message, ReplayOutcome then, ReplayOutcome now, boolean shown) {
    return new ReplayedMessage(
        message.delivery(),
        message.what(),
        message.stop(),
        verdict(then, now),
        then.code(),
        now.code(),
        then.code() == null && now.code() == null ? changes(then, now, shown) : List.of());
  }

  /** Identifies a message. */
  record Message(String delivery, String what, @Nullable String stop) {}

  private static Verdict verdict(ReplayOutcome then, ReplayOutcome now) {
    if (then.equals(now)) {
      return Verdict.SAME;
    }
    if (then.code() == null && now.code() != null) {
      return Verdict.NEWLY_REFUSED;
    }
    return then.code() != null && now.code() == null ? Verdict.NEWLY_ACCEPTED : Verdict.DIFFERENT;
  }

  private static List<Change> changes(ReplayOutcome then, ReplayOutcome now, boolean shown) {
    SortedSet<String> places = new TreeSet<>(then.fields().keySet());
    places.addAll(now.fields().keySet());
    List<Change> changes = new ArrayList<>();
    for (String at : places) {
      String before = then.fields().get(at);
      String after = now.fields().get(at);
      if (before == null ? after != null : !before.equals(after)) {
        changes.add(Change.of(at, before, after, shown));
      }
    }
    return changes;
  }
}
