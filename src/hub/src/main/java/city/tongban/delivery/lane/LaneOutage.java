package city.tongban.delivery.lane;

import java.time.Instant;

/**
 * Why and since when the circuit breaker of a lane is open.
 *
 * @param since wall clock
 * @param code HUB-4010 or HUB-4013
 * @param probes probes sent since then
 * @param probeAt when the next probe is due, wall clock
 */
public record LaneOutage(
    String backEnd, Instant since, String code, String reason, int probes, Instant probeAt) {}
