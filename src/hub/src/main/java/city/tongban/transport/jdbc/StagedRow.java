package city.tongban.transport.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * A row that the department left for the hub, as it was claimed.
 *
 * @param seq its sequence number
 * @param digest the department's digest of it
 * @param looks how often it was claimed, including this time
 * @param json all its columns in order; null for a row that is larger than an answer may be
 */
record StagedRow(long seq, @Nullable String digest, int looks, @Nullable String json) {}
