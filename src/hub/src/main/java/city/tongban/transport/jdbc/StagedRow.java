package city.tongban.transport.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * A row that they left for us, as it was claimed.
 *
 * @param seq its place in their running sequence
 * @param digest what they say is its digest
 * @param looks how often it was claimed, with this time
 * @param json all its columns in order; null of a row that is larger than an answer may be
 */
record StagedRow(long seq, @Nullable String digest, int looks, @Nullable String json) {}
