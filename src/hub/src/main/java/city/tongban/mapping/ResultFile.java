package city.tongban.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete file of a back-end: its lines without line ends, and its trailer.
 *
 * @param lines mapped one by one; an invalid line does not affect the others
 * @param contentType declared by the file, valid for each line; null without a declaration
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ResultFile(List<byte[]> lines, byte[] trailer, @Nullable String contentType) {}
