package city.tongban.delivery;

import city.tongban.connector.Connector;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One try of a batch, as the exchange carries it between {@code next} and the outcome.
 *
 * @param number its number over the batch's life
 * @param tries of which the limit counts, this one included
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
record BatchAttempt(
    long batch,
    Connector connector,
    String fileName,
    byte[] file,
    int number,
    int tries,
    boolean doubtful,
    Instant began) {
  private static final String PROPERTY = "HubBatchAttempt";

  void putInto(Exchange exchange) {
    exchange.setProperty(PROPERTY, this);
  }

  static @Nullable BatchAttempt of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, BatchAttempt.class);
  }
}
