package city.tongban.transport;

import city.tongban.connector.Connector;

/**
 * Asks a back-end about a delivery that cannot exist, over the whole path of a delivery: the same
 * stylesheet, authentication and connection. Implemented by {@code delivery}.
 */
public interface ConnectionInquiry {
  /**
   * Asks once, and checks the answer as it would be checked for a delivery.
   *
   * @return whether the back-end could be asked; false outside of its hours
   * @throws city.tongban.canonical.HubException what the call would have meant for a delivery
   */
  boolean aboutNobody(Connector connector);
}
