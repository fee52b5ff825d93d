package city.tongban.transport;

import java.time.LocalDate;

/**
 * A department's report of the rows that it took in on a day.
 *
 * @param rows their number
 * @param digest SM3 over the ids in order, one on each line
 * @param looks how often the hub has claimed it, including this time
 */
public record StagedDay(LocalDate day, long rows, String digest, int looks) {}
