package city.rehearsal.simulator.protocol.broker;

/**
 * The queues of a department's broker.
 *
 * @param inbound where callers put messages
 * @param outbound where the department leaves results
 * @param dead what a reader has rejected, or returned too often
 * @param abandoned dead letters that the department cannot repair; they are kept for good
 */
public record Queues(String inbound, String outbound, String dead, String abandoned) {}
