package city.tongban.delivery.batch;

import city.tongban.connector.Connector;
import java.time.Instant;

/**
 * One try of a batch, as the exchange carries it between {@code next} and the outcome.
 *
 * @param number its number over the batch's life
 * @param tries of which the limit counts, this one included
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
public record BatchAttempt(
    long batch,
    Connector connector,
    String fileName,
    byte[] file,
    int number,
    int tries,
    boolean doubtful,
    Instant began) {}
