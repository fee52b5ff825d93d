package city.tongban.transport;

import city.tongban.connector.Connector;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a back-end: the Java part of a template in {@code routes/transports/}. It is the
 * same for every back-end with that protocol.
 */
public interface Transport {
  /** The name in {@code connector.yaml}: {@code rest}, whose template is {@code transport-rest}. */
  String name();

  /** The code before and after each call. */
  TransportCall call(Connector connector);

  /** Configures the endpoint of the template; null where its parameters are sufficient. */
  default @Nullable Object setup(Connector connector) {
    return null;
  }

  /** Parameters that only this template has. */
  default Map<String, Object> parameters(Connector connector) {
    return Map.of();
  }

  /** Further beans, each under the name of its parameter in the template. */
  default Map<String, Object> further(Connector connector) {
    return Map.of();
  }

  /**
   * Whether a call returns an answer that a stylesheet reads; otherwise its success is all it
   * returns.
   */
  default boolean replies() {
    return true;
  }

  /**
   * Whether a second template, {@code transport-sftp-results}, fetches results that the department
   * wrote.
   */
  default boolean fetchesResults() {
    return false;
  }

  /**
   * Creates the check that tests, without a case, our credential and our permissions.
   *
   * @param limit of each of its checks
   */
  default ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return new InquiryConnectionCheck(connector, asking);
  }

  /**
   * Refuses a connector file that lacks a key which only this transport needs.
   *
   * @throws IllegalArgumentException with the sentence
   */
  default void check(Connector connector) {}
}
