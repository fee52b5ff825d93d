package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.ApplicationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of one line.
 *
 * @param status null for a withdrawal of an application that is not stored
 */
public record LineResult(
    String deliveryId,
    String serial,
    @Nullable ApplicationStatus status,
    String reason,
    Instant at) {}
