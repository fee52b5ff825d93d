package city.tongban.delivery;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.TraceStep;
import city.tongban.connector.Connector;
import city.tongban.mapping.MappedMessage;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One try under way, as the exchange carries it between {@code begin} and the outcome.
 *
 * @param number 0 while nothing has begun: the failure came before the claim
 * @param ask asks whether an earlier try arrived, and sends nothing
 * @param requestOut when the request was handed to the transport
 */
record Attempt(
    DeliveryId id,
    DeliveryKind kind,
    Connector connector,
    CallSpec callSpec,
    @Nullable MappedMessage mapped,
    int number,
    int tries,
    boolean ask,
    boolean doubtful,
    Instant requestIn,
    @Nullable Instant requestOut) {
  private static final String PROPERTY = "HubAttempt";

  void putInto(Exchange exchange) {
    exchange.setProperty(PROPERTY, this);
  }

  static @Nullable Attempt of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, Attempt.class);
  }

  boolean begun() {
    return number > 0;
  }

  Attempt with(MappedMessage bytes) {
    return new Attempt(
        id, kind, connector, callSpec, bytes, number, tries, ask, doubtful, requestIn, requestOut);
  }

  Attempt begun(int attemptNumber, Instant out) {
    return new Attempt(
        id,
        kind,
        connector,
        callSpec,
        mapped,
        attemptNumber,
        tries + 1,
        ask,
        doubtful,
        requestIn,
        out);
  }

  TraceStep.@Nullable Call call(@Nullable Instant answerIn, Instant answerOut) {
    return requestOut == null
        ? null
        : new TraceStep.Call(requestIn, requestOut, answerIn, answerIn == null ? null : answerOut);
  }
}
