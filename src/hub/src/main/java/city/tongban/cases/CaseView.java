package city.tongban.cases;

import city.tongban.canonical.CaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case without its contents, for lists and headers.
 *
 * @param outcome APPROVED or REJECTED once decided
 * @param deadline null is shown as PENDING CALENDAR
 * @param changedAt wall clock
 */
public record CaseView(
    CaseNumber number,
    String item,
    CaseState state,
    @Nullable String outcome,
    @Nullable String reason,
    String backEnd,
    String sender,
    String senderMessageId,
    String collectingCentre,
    String homeCentre,
    Instant collectedAt,
    Instant receivedAt,
    boolean lateUpload,
    @Nullable LocalDate deadline,
    Instant changedAt,
    String traceparent) {

  CaseView moved(
      CaseState next, @Nullable String newOutcome, @Nullable String newReason, Instant now) {
    return new CaseView(
        number,
        item,
        next,
        newOutcome,
        newReason,
        backEnd,
        sender,
        senderMessageId,
        collectingCentre,
        homeCentre,
        collectedAt,
        receivedAt,
        lateUpload,
        deadline,
        now,
        traceparent);
  }
}
