package city.rehearsal.simulator.office;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a department means to do by itself with a filing. It is settled when the filing is taken and
 * stands in the book, so that a restart decides the same thing at the same time.
 *
 * @param reviewAt wall time at which somebody opens the file
 * @param decideAt wall time of the decision, for those that are decided at once
 * @param decideOn business time of the decision, for those that wait for the clock
 */
public record Plan(
    Instant reviewAt,
    @Nullable Instant decideAt,
    @Nullable Instant decideOn,
    Verdict verdict,
    @Nullable String reason) {}
