package city.tongban.simulator.office;

/**
 * What a message says about itself, as far as every department writes it down.
 *
 * @param item the department's own word for the business: a ywlx, a TRANSCODE
 */
public record Message(
    String deliveryId, String caseNo, Kind kind, String name, String idNumber, String item) {

  /** An application, or the wish to take one back. */
  public enum Kind {
    APPLY,
    WITHDRAW
  }
}
