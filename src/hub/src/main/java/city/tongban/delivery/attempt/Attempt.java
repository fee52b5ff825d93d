package city.tongban.delivery.attempt;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.TraceStep;
import city.tongban.connector.Connector;
import city.tongban.mapping.MappedMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to carry a delivery, from the check of its lane to its outcome.
 *
 * @param publish number of the publish that this attempt consumes
 * @param ask asks the department whether an earlier attempt arrived, and sends nothing
 * @param mapped the bytes of the request; null before they are mapped
 * @param number over the delivery's life; 0 until the attempt's row is committed
 * @param requestIn when the hub took the message from the lane
 * @param requestOut when the request was handed to the transport
 */
public record Attempt(
    LoadedDelivery delivery,
    int publish,
    Connector connector,
    CallSpec callSpec,
    boolean ask,
    @Nullable MappedMessage mapped,
    int number,
    Instant requestIn,
    @Nullable Instant requestOut) {

  public DeliveryId id() {
    return delivery.id();
  }

  public String backEnd() {
    return connector.backEnd();
  }

  public boolean begun() {
    return number > 0;
  }

  /** How many attempts the limit counts, this one included once it has begun. */
  public int tries() {
    return begun() ? delivery.tries() + 1 : delivery.tries();
  }

  public Attempt with(MappedMessage bytes) {
    return new Attempt(
        delivery, publish, connector, callSpec, ask, bytes, number, requestIn, requestOut);
  }

  public Attempt begun(int attemptNumber, Instant out) {
    return new Attempt(
        delivery, publish, connector, callSpec, ask, mapped, attemptNumber, requestIn, out);
  }

  public TraceStep.@Nullable Call call(@Nullable Instant answerIn, Instant answerOut) {
    return requestOut == null
        ? null
        : new TraceStep.Call(requestIn, requestOut, answerIn, answerIn == null ? null : answerOut);
  }
}
