package city.tongban.result;

import city.tongban.canonical.Answer;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.delivery.Deliveries;
import city.tongban.delivery.DeliveryView;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives every message that a department sends about one of our deliveries. */
@Service("results")
public class Results {
  private final ResultInbox inbox;
  private final Connectors connectors;
  private final Mappings mappings;
  private final Deliveries deliveries;
  private final ApplicationEventPublisher events;

  Results(
      ResultInbox inbox,
      Connectors connectors,
      Mappings mappings,
      Deliveries deliveries,
      ApplicationEventPublisher events) {
    this.inbox = inbox;
    this.connectors = connectors;
    this.mappings = mappings;
    this.deliveries = deliveries;
    this.events = events;
  }

  /**
   * Reads, correlates and applies one message; returns once it is committed. The same message again
   * changes nothing and gets the same answer (P2).
   *
   * @param backEnd the sender, as authenticated
   * @return the delivery that the message is about
   */
  @Transactional
  public DeliveryId receive(String backEnd, byte[] body, String contentType) {
    return receive(backEnd, body, contentType, null);
  }

  /**
   * Receives an answer whose envelope names a request; it must be the request that the content
   * names.
   *
   * @param correlation null where envelopes carry no correlation id
   */
  @Transactional
  public DeliveryId receive(
      String backEnd, byte[] body, String contentType, @Nullable String correlation) {
    Connector connector = connectors.active(backEnd);
    RawMessage wire = new RawMessage(0, body, contentType);
    Answer answer = mappings.result(connector, mapping(connector), wire);
    if (correlation != null && !correlation.equals(answer.delivery())) {
      throw Refusal.of("HUB-4060", "the envelope names another request than the answer inside")
          .because("one of the two would be believed against the other")
          .fix("ask the back-end which is right; it sends the answer again");
    }
    ResultInbox.Key key = ResultInbox.Key.of(backEnd, answer.theirMessageId(), body);
    DeliveryView delivery = delivery(backEnd, answer);
    if (inbox.first(key, delivery.id())) {
      tell(connector, delivery.id(), answer, new Payload(body, contentType));
      deliveries.answered(delivery.id(), backEnd, answer);
    }
    return delivery.id();
  }

  private static String mapping(Connector connector) {
    return connector
        .operation(Connector.RESULTS)
        .orElseThrow(
            () ->
                Refusal.of("HUB-8001", "%s sends no results", connector.backEnd())
                    .because("its connector has no operations.results"))
        .mapping();
  }

  private DeliveryView delivery(String backEnd, Answer answer) {
    DeliveryView delivery =
        named(backEnd, answer)
            .flatMap(deliveries::find)
            .orElseThrow(
                () ->
                    Refusal.of("HUB-5001", "the result names no delivery of ours")
                        .because("neither the delivery id nor your number is known here")
                        .fix("send the delivery id that came with the application"));
    if (!delivery.backEnd().equals(backEnd)) {
      throw Refusal.of("HUB-5002", "the result speaks of a delivery to another back-end")
          .because("a back-end may answer its own deliveries only")
          .fix("check the delivery id");
    }
    return delivery;
  }

  private Optional<DeliveryId> named(String backEnd, Answer answer) {
    if (answer.delivery() != null) {
      return Optional.of(DeliveryId.parse(answer.delivery()));
    }
    return Optional.ofNullable(answer.theirNumber())
        .flatMap(number -> deliveries.byTheirNumber(backEnd, number));
  }

  private void tell(Connector connector, DeliveryId id, Answer answer, Payload in) {
    TraceStep.Builder stop =
        TraceStep.at("result", "received")
            .of(id)
            .with(connector.backEnd())
            .versions(connector.version(), connector.version())
            .in(in)
            .detail(MessageKey.ANSWER, KeyedMessage.code("answer", answer.outcome()));
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
