package city.tongban.canonical;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department said about one delivery, in our words; every reply, inquiry and result is
 * mapped to it.
 *
 * @param delivery the delivery it speaks of, as text; null when their message names only their
 *     number
 * @param theirNumber their own number for the case
 * @param theirMessageId their id of this message, for messages that they send on their own
 * @param reason their words for a refusal or rejection
 * @param at when they decided
 * @param found what they found, where they were asked a question at the counter
 */
public record Answer(
    @Nullable String delivery,
    Outcome outcome,
    @Nullable String theirNumber,
    @Nullable String theirMessageId,
    @Nullable String reason,
    @Nullable OffsetDateTime at,
    @Nullable List<Fact> found) {

  public Answer {
    found = found == null ? null : List.copyOf(found);
  }

  /** An answer about a case, which finds nothing but decides. */
  public Answer(
      @Nullable String delivery,
      Outcome outcome,
      @Nullable String theirNumber,
      @Nullable String theirMessageId,
      @Nullable String reason,
      @Nullable OffsetDateTime at) {
    this(delivery, outcome, theirNumber, theirMessageId, reason, at, null);
  }

  /** The department's verdicts, and the two ways in which it says none. */
  public enum Outcome {
    /** taken in; the decision comes later 受理 */
    ACCEPTED,
    /** being looked at */
    UNDER_REVIEW,
    /** decided in the applicant's favour 办结 */
    APPROVED,
    /** decided against the applicant 办结 */
    REJECTED,
    /** not taken in 不予受理 */
    NOT_ACCEPTED,
    /** the withdrawal stands 撤回 */
    WITHDRAWN,
    /** the withdrawal came after the decision */
    TOO_LATE,
    /** asked about a delivery that they have never seen */
    UNKNOWN,
    /** they ask us to come back later: closed or overloaded; nothing was taken in */
    BUSY,
    /** asked at the counter, they found something 查得 */
    FOUND,
    /** asked at the counter, they found nothing 查无 */
    NOT_FOUND;

    /** Whether a question at the counter is answered by it; the others speak of a case. */
    public boolean ofQuery() {
      return this == FOUND || this == NOT_FOUND;
    }
  }

  /** The same answer with another meaning, where the question changes what it means. */
  public Answer as(Outcome other) {
    return new Answer(delivery, other, theirNumber, theirMessageId, reason, at, found);
  }
}
