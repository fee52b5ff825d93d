package city.rehearsal.simulator.core;

/**
 * What every department stores of a message.
 *
 * @param item the department's own code for the service: a ywlx, a TRANSCODE
 */
public record Message(
    String deliveryId, String caseNo, Kind kind, String name, String idNumber, String item) {

  /** An application, the withdrawal of one, or a question that decides nothing. */
  public enum Kind {
    APPLY,
    WITHDRAW,
    QUERY
  }

  /** The withdrawal of this application. */
  public Message withdrawnBy(String deliveryId) {
    return withdrawnBy(deliveryId, item);
  }

  /**
   * The withdrawal of this application, for a department that has an own code for withdrawals.
   *
   * @param item that code
   */
  public Message withdrawnBy(String deliveryId, String item) {
    return new Message(deliveryId, caseNo, Kind.WITHDRAW, name, idNumber, item);
  }
}
