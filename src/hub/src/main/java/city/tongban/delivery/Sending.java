package city.tongban.delivery;

import city.tongban.connector.Connector;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One try of a batch, as the exchange carries it between {@code next} and the outcome.
 *
 * @param attempt its number over the batch's life
 * @param tries of which the limit counts, this one included
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
record Sending(
    long batch,
    Connector connector,
    String fileName,
    byte[] file,
    int attempt,
    int tries,
    boolean doubtful,
    Instant began) {
  private static final String PROPERTY = "HubSending";

  void putInto(Exchange exchange) {
    exchange.setProperty(PROPERTY, this);
  }

  static @Nullable Sending of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, Sending.class);
  }
}
