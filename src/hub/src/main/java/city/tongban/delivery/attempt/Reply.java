package city.tongban.delivery.attempt;

import city.tongban.mapping.RawMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a department sent back to a call.
 *
 * @param at when it was complete; null when the transport refused it
 */
public record Reply(RawMessage wire, @Nullable Instant at) {}
