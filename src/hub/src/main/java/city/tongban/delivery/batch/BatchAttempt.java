package city.tongban.delivery.batch;

import city.tongban.connector.Connector;
import java.time.Instant;

/**
 * One attempt to send the file of a batch.
 *
 * @param number over the batch's life
 * @param tries attempts that the limit counts, this one included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BatchAttempt(
    long batch,
    Connector connector,
    String fileName,
    byte[] file,
    int number,
    int tries,
    boolean doubtful,
    Instant began) {}
