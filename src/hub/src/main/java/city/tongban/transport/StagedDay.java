package city.tongban.transport;

import java.time.LocalDate;

/**
 * What a department says that it took in on a day.
 *
 * @param rows their number
 * @param digest SM3 over the ids in order, one on each line
 * @param looks how often we have claimed it, with this time
 */
public record StagedDay(LocalDate day, long rows, String digest, int looks) {}
