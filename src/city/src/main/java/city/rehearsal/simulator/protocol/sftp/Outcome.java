package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.ApplicationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one line.
 *
 * @param verdict null for a withdrawal of what was never here
 */
public record Outcome(
    String deliveryId,
    String serial,
    @Nullable ApplicationStatus status,
    String reason,
    Instant at) {}
