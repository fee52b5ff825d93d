package city.tongban.delivery;

import city.tongban.canonical.KeyedMessage;

/**
 * A limit of a lane that was reached; a person should look at the lane before deliveries fail.
 *
 * @param code HUB-4070 to HUB-4074; its heading in the runbook says what to do
 * @param what the figures and their limit
 */
public record LaneAlert(String backEnd, String code, KeyedMessage what) {}
