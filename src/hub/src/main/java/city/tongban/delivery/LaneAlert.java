package city.tongban.delivery;

/**
 * Something about a lane that a person should look at before it is a trouble.
 *
 * @param code HUB-4070 to HUB-4074; its heading in the runbook says what to do
 * @param what in a sentence, with the figures
 */
public record LaneAlert(String backEnd, String code, String what) {}
