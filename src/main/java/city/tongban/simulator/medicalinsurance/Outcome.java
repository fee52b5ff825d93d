package city.tongban.simulator.medicalinsurance;

import java.time.Instant;

/**
 * What is told of one line.
 *
 * @param code 1 to 6 of table 6
 */
record Outcome(String deliveryId, String serial, String code, String reason, Instant at) {}
