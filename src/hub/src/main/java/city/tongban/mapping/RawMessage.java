package city.tongban.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A message of a back-end, as received.
 *
 * @param status HTTP status; 0 for a message on the back-end's own account
 * @param contentType as declared; null without a declaration
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawMessage(int status, byte[] bytes, @Nullable String contentType) {}
