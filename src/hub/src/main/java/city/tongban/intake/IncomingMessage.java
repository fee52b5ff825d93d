package city.tongban.intake;

import org.jspecify.annotations.Nullable;

/**
 * One message as received by an endpoint, not parsed yet.
 *
 * @param traceparent W3C trace context, when the sender gave one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record IncomingMessage(
    byte[] body, @Nullable String contentType, @Nullable String traceparent) {}
