package city.rehearsal.simulator.office;

/**
 * What a message says about itself, as far as every department writes it down.
 *
 * @param item the department's own word for the business: a ywlx, a TRANSCODE
 */
public record Message(
    String deliveryId, String caseNo, Kind kind, String name, String idNumber, String item) {

  /** An application, the wish to take one back, or a question that decides nothing. */
  public enum Kind {
    APPLY,
    WITHDRAW,
    QUERY
  }
}
