package city.tongban.transport;

import city.tongban.connector.Connector;

/**
 * Asks a back-end about a delivery that cannot exist, by the way that every delivery takes: with
 * the same sheet, the same proof, the same line. Only {@code delivery} knows how.
 */
public interface ConnectionInquiry {
  /**
   * Asks once, and believes the answer as far as it would be believed of a delivery.
   *
   * @return whether they could be asked; not outside of their hours
   * @throws city.tongban.canonical.HubException what the call would have meant for a delivery
   */
  boolean aboutNobody(Connector connector);
}
