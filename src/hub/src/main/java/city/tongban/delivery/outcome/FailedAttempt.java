package city.tongban.delivery.outcome;

import city.tongban.canonical.HubException;

/**
 * The facts of an attempt that failed, of a single delivery or of a batch.
 *
 * @param answered an answer came to the message that was sent, so the department has received it
 * @param inquiry the attempt only asked about an earlier one, so it cannot have arrived itself
 * @param doubtfulBefore an earlier attempt may have arrived
 * @param tries attempts that the limit counts, this one included
 * @param circuitBreaker whether a circuit breaker keeps the lane closed while its back-end is out
 *     of reach; a batch has none
 */
public record FailedAttempt(
    HubException failure,
    boolean answered,
    boolean inquiry,
    boolean doubtfulBefore,
    int tries,
    boolean circuitBreaker) {}
