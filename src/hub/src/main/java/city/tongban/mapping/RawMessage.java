package city.tongban.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What came from a partner, untouched.
 *
 * @param status HTTP status; 0 for a message that they sent by themselves
 * @param contentType as they declared it, if they did
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
public record RawMessage(int status, byte[] bytes, @Nullable String contentType) {}
