package city.tongban.canonical;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department's answer about one delivery in canonical form; every reply, inquiry and result is
 * mapped to it.
 *
 * @param delivery the delivery that it is about, as text; null when the message names only the
 *     department's number
 * @param theirNumber the department's number for the case
 * @param theirMessageId the department's id of this message, for messages that it sends on its own
 *     account
 * @param reason the department's words for a refusal or rejection
 * @param at when the department decided
 * @param found what the department found, where it was asked a question at the counter
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

  /** An answer about a case, without findings. */
  public Answer(
      @Nullable String delivery,
      Outcome outcome,
      @Nullable String theirNumber,
      @Nullable String theirMessageId,
      @Nullable String reason,
      @Nullable OffsetDateTime at) {
    this(delivery, outcome, theirNumber, theirMessageId, reason, at, null);
  }

  /** The outcomes that a department can report, and two that report none. */
  public enum Outcome {
    /** taken in; the decision comes later 受理 */
    ACCEPTED,
    /** under review */
    UNDER_REVIEW,
    /** decided in the applicant's favour 办结 */
    APPROVED,
    /** decided against the applicant 办结 */
    REJECTED,
    /** not accepted 不予受理 */
    NOT_ACCEPTED,
    /** the withdrawal is confirmed 撤回 */
    WITHDRAWN,
    /** the withdrawal came after the decision */
    TOO_LATE,
    /** the department does not know the delivery that it was asked about */
    UNKNOWN,
    /** closed or overloaded: the department asks the hub to try later; nothing was taken in */
    BUSY,
    /** a question at the counter, with findings 查得 */
    FOUND,
    /** a question at the counter, without findings 查无 */
    NOT_FOUND;

    /** Whether it answers a question at the counter; the other outcomes are about a case. */
    public boolean ofQuery() {
      return this == FOUND || this == NOT_FOUND;
    }
  }

  /** The same answer with another outcome, where the question changes its meaning. */
  public Answer as(Outcome other) {
    return new Answer(delivery, other, theirNumber, theirMessageId, reason, at, found);
  }
}
