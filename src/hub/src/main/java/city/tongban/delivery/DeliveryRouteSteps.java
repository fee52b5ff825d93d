package city.tongban.delivery;

import city.tongban.canonical.DeliveryId;
import city.tongban.delivery.attempt.Attempt;
import city.tongban.delivery.attempt.AttemptFinisher;
import city.tongban.delivery.attempt.AttemptStarter;
import city.tongban.delivery.attempt.Reply;
import city.tongban.delivery.batch.BatchAttempt;
import city.tongban.delivery.batch.BatchAttemptService;
import city.tongban.delivery.lane.LaneMessage;
import city.tongban.mapping.MappedMessage;
import city.tongban.mapping.RawMessage;
import city.tongban.transport.TransportCall;
import jakarta.jms.BytesMessage;
import jakarta.jms.MapMessage;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bean methods of {@code routes/4-delivery.camel.yaml}: they translate between Camel's {@link
 * Exchange} and the plain services. No other class of this module sees an exchange.
 */
@Component("deliveryRouteSteps") // the name by which the routes call it
public class DeliveryRouteSteps {
  private static final String ATTEMPT = "HubAttempt";
  private static final String BATCH_ATTEMPT = "HubBatchAttempt";
  private static final String REPLY = "HubReply";

  private final AttemptStarter starter;
  private final AttemptFinisher finisher;
  private final BatchAttemptService batches;
  private final Clock wall;

  DeliveryRouteSteps(
      AttemptStarter starter, AttemptFinisher finisher, BatchAttemptService batches, Clock wall) {
    this.starter = starter;
    this.finisher = finisher;
    this.batches = batches;
    this.wall = wall;
  }

  /**
   * Refuses a message with a body: the hub's own messages carry ids in properties only. The body is
   * not read, and the message ends in the dead letter queue.
   */
  public void refuseMessageWithBody(Exchange exchange) {
    jakarta.jms.Message message = exchange.getIn(JmsMessage.class).getJmsMessage();
    if (message instanceof ObjectMessage
        || message instanceof BytesMessage
        || message instanceof TextMessage
        || message instanceof MapMessage
        || message instanceof StreamMessage) {
      throw new IllegalStateException("a message with a body does not belong in a lane");
    }
  }

  /** Commits the attempt's row and prepares the call, or stops the route when there is no call. */
  public void begin(Exchange exchange) {
    Message message = exchange.getMessage();
    LaneMessage consumed =
        new LaneMessage(id(message), message.getHeader("HubPublish", Integer.class));
    Optional<Attempt> prepared =
        starter.prepare(consumed, () -> exchange.getContext().isStopping());
    prepared.ifPresent(attempt -> exchange.setProperty(ATTEMPT, attempt)); // for failed()
    Optional<Attempt> begun = prepared.flatMap(starter::begin);
    if (begun.isEmpty()) {
      exchange.setRouteStop(true);
      return;
    }
    exchange.setProperty(ATTEMPT, begun.get());
    writeCall(message, begun.get());
  }

  /** Reads the reply and commits the outcome, which releases the case's next delivery. */
  public void accepted(Exchange exchange) {
    Instant answerIn = wall.instant();
    Attempt attempt = Objects.requireNonNull(attempt(exchange), "begin ran before");
    if (!finisher.readsReply(attempt)) {
      finisher.handedOver(attempt, answerIn);
      return;
    }
    Reply reply = new Reply(wire(exchange.getMessage()), answerIn);
    exchange.setProperty(REPLY, reply); // evidence, should the mapping refuse it
    finisher.accepted(attempt, reply, answerIn);
  }

  /** Decides what a failed attempt means and commits it. */
  public void failed(Exchange exchange) {
    Throwable failure = failure(exchange);
    Attempt attempt = attempt(exchange);
    if (attempt == null) {
      finisher.neverBegun(id(exchange.getMessage()), failure);
      return;
    }
    boolean answered = exchange.getProperty(TransportCall.ANSWERED) != null;
    Reply reply = exchange.getProperty(REPLY, Reply.class);
    finisher.failed(attempt, failure, answered, reply == null ? refusedReply(exchange) : reply);
  }

  /** Closes the batch that is due, and prepares the upload of a closed one or stops the route. */
  public void beginBatch(Exchange exchange) {
    Message message = exchange.getMessage();
    Optional<BatchAttempt> begun = batches.begin(message.getHeader("HubBackEnd", String.class));
    if (begun.isEmpty()) {
      exchange.setRouteStop(true);
      return;
    }
    exchange.setProperty(BATCH_ATTEMPT, begun.get());
    writeUpload(message, begun.get());
  }

  /** Commits that the file arrived, which releases the next deliveries of its cases. */
  public void batchAccepted(Exchange exchange) {
    batches.accepted(
        Objects.requireNonNull(
            exchange.getProperty(BATCH_ATTEMPT, BatchAttempt.class), "beginBatch ran before"));
  }

  /** Decides what a failed upload means and commits it. */
  public void batchFailed(Exchange exchange) {
    batches.failed(exchange.getProperty(BATCH_ATTEMPT, BatchAttempt.class), failure(exchange));
  }

  private static void writeCall(Message message, Attempt attempt) {
    MappedMessage mapped =
        Objects.requireNonNull(attempt.mapped(), "an attempt that began is mapped");
    message.removeHeaders("*");
    message.setHeader("HubBackEnd", attempt.backEnd());
    message.setHeader("HubConnectorVersion", attempt.connector().version());
    message.setHeader("HubDelivery", attempt.id().toString());
    message.setHeader("HubCall", attempt.callSpec().call());
    message.setHeader("traceparent", attempt.delivery().traceparent());
    message.setHeader(Exchange.CONTENT_TYPE, mapped.contentType());
    message.setBody(mapped.bytes());
  }

  private static void writeUpload(Message message, BatchAttempt attempt) {
    message.removeHeaders("*");
    message.setHeader("HubBackEnd", attempt.connector().backEnd());
    message.setHeader("HubConnectorVersion", attempt.connector().version());
    message.setHeader("HubCall", attempt.fileName());
    message.setHeader(Exchange.CONTENT_TYPE, attempt.connector().contentType());
    message.setBody(attempt.file());
  }

  private static RawMessage wire(Message message) {
    Integer status = message.getHeader("HubStatus", Integer.class);
    byte[] body = message.getBody(byte[].class);
    String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
    return new RawMessage(status == null ? 0 : status, body == null ? new byte[0] : body, type);
  }

  /** An answer that the transport itself refused, as far as it was read. */
  private static @Nullable Reply refusedReply(Exchange exchange) {
    String type = exchange.getProperty(TransportCall.ANSWERED, String.class);
    return type != null && exchange.getMessage().getBody() instanceof byte[] bytes
        ? new Reply(new RawMessage(0, bytes, type.isEmpty() ? null : type), null)
        : null;
  }

  private static DeliveryId id(Message message) {
    return DeliveryId.parse(message.getHeader("HubDelivery", String.class));
  }

  private static @Nullable Attempt attempt(Exchange exchange) {
    return exchange.getProperty(ATTEMPT, Attempt.class);
  }

  private static Throwable failure(Exchange exchange) {
    return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
  }
}
