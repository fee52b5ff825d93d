package city.tongban.mapping;

import java.util.List;

/**
 * A partner's file that is whole: its lines without their ends, and its trailer.
 *
 * @param lines each to be mapped by itself; what is wrong with one is no other's concern
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
public record ResultFile(List<byte[]> lines, byte[] trailer) {}
