package city.tongban.query;

import city.tongban.canonical.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query without its findings, for everybody who may know of it.
 *
 * @param number from the same serial as the cases' numbers
 * @param outcome {@code FOUND}, {@code NOT_FOUND} or {@code NOT_ACCEPTED} once it is answered
 * @param code why it is unanswered
 * @param receivedAt business clock, like {@code collectedAt}
 * @param changedAt wall clock
 */
public record QueryView(
    CaseNumber number,
    String item,
    QueryState state,
    @Nullable String outcome,
    @Nullable String code,
    String backEnd,
    String sender,
    String collectingCentre,
    String homeCentre,
    Instant collectedAt,
    Instant receivedAt,
    Instant changedAt) {}
