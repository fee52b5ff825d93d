package city.tongban.intake;

import org.jspecify.annotations.Nullable;

/**
 * One message as it came through a door, not yet looked at.
 *
 * @param traceparent W3C trace context, when the sender gave one
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
public record IncomingMessage(
    byte[] body, @Nullable String contentType, @Nullable String traceparent) {}
