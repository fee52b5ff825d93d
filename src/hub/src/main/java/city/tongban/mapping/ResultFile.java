package city.tongban.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner's file that is whole: its lines without their ends, and its trailer.
 *
 * @param lines each to be mapped by itself; what is wrong with one is no other's concern
 * @param contentType what the file says of its own charset, if it does; it holds for each line
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
public record ResultFile(List<byte[]> lines, byte[] trailer, @Nullable String contentType) {}
