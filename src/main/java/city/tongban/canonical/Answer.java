package city.tongban.canonical;

import java.time.OffsetDateTime;
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
 */
public record Answer(
    @Nullable String delivery,
    Outcome outcome,
    @Nullable String theirNumber,
    @Nullable String theirMessageId,
    @Nullable String reason,
    @Nullable OffsetDateTime at) {

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
    BUSY
  }

  /** The same answer with another meaning, where the question changes what it means. */
  public Answer as(Outcome other) {
    return new Answer(delivery, other, theirNumber, theirMessageId, reason, at);
  }
}
