package city.tongban.transport;

import city.tongban.connector.Connector;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a back-end: what a template in {@code routes/transports/} needs from Java. It is
 * the same for every back-end that speaks so.
 */
public interface Transport {
  /** As {@code connector.yaml} names it: {@code rest}, whose template is {@code transport-rest}. */
  String name();

  /** What stands around each call. */
  TransportCall call(Connector connector);

  /** Configures the endpoint of the template; null where its parameters say everything. */
  default @Nullable Object setup(Connector connector) {
    return null;
  }

  /** Parameters that only this template has. */
  default Map<String, Object> parameters(Connector connector) {
    return Map.of();
  }

  /** Further beans, each under the name of the parameter by which the template knows it. */
  default Map<String, Object> further(Connector connector) {
    return Map.of();
  }

  /** Whether a call brings an answer that a sheet reads; else its end is all that they say. */
  default boolean replies() {
    return true;
  }

  /**
   * Whether a second template, {@code transport-sftp-results}, fetches what they have written by
   * themselves.
   */
  default boolean fetchesResults() {
    return false;
  }

  /**
   * How a test of the connection finds out, without a case, that they know us and what we may do.
   *
   * @param limit of each of its checks
   */
  default ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return new InquiryConnectionCheck(connector, asking);
  }

  /**
   * Refuses a connector file that leaves out what only this transport needs.
   *
   * @throws IllegalArgumentException with the sentence
   */
  default void check(Connector connector) {}
}
