package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/**
 * The metadata of the message that carried a case in.
 *
 * @param messageId our own id for the message (UUID version 7)
 * @param sender partner id, as authenticated
 * @param senderMessageId the sender's id; the same id again with the same digest is the same
 *     message
 * @param digest SHA-256 of the body as received, lower-case hexadecimal
 * @param correlationId the sender's correlation id, when given
 * @param traceparent W3C trace context, received or begun here
 */
public record Envelope(
    String messageId,
    String sender,
    String senderMessageId,
    String digest,
    @Nullable String correlationId,
    String traceparent) {}
