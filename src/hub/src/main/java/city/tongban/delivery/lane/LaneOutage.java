package city.tongban.delivery.lane;

import java.time.Instant;

/**
 * A lane that stands because its back-end is out of reach.
 *
 * @param since wall clock
 * @param code HUB-4010 or HUB-4013
 * @param probes how many have gone to see since
 * @param probeAt when the next goes, wall clock
 */
public record LaneOutage(
    String backEnd, Instant since, String code, String reason, int probes, Instant probeAt) {}
