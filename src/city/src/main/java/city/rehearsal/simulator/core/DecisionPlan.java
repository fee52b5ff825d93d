package city.rehearsal.simulator.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How and when an application will be decided. It is fixed when the application is stored, so that
 * a restarted simulator decides the same thing at the same time.
 *
 * @param reviewAt wall time from which the application is under review; null when the department
 *     has no such state
 * @param decideAt wall time of the decision, for applications that are decided within seconds
 * @param decideOn business time of the decision, for applications that wait for the clock
 */
public record DecisionPlan(
    @Nullable Instant reviewAt,
    @Nullable Instant decideAt,
    @Nullable Instant decideOn,
    @JsonProperty("verdict") ApplicationStatus status,
    @Nullable String reason) {}
