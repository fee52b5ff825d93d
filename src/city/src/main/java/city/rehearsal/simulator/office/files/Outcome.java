package city.rehearsal.simulator.office.files;

import city.rehearsal.simulator.office.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one line.
 *
 * @param verdict null for a withdrawal of what was never here
 */
public record Outcome(
    String deliveryId, String serial, @Nullable Verdict verdict, String reason, Instant at) {}
