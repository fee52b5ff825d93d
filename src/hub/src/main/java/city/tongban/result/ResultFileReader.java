package city.tongban.result;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.connector.Connector;
import city.tongban.connector.Operation;
import city.tongban.delivery.BatchView;
import city.tongban.delivery.Batches;
import city.tongban.delivery.Deliveries;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import city.tongban.mapping.ResultFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Reads and applies the lines of one result file: each for its delivery, the trailer for the batch.
 * A wrong line does not affect the others; it is kept in the trace and its delivery stays open.
 */
@Component
class ResultFileReader {
  private static final Comparator<DeliveryId> ORDER =
      Comparator.<DeliveryId, String>comparing(id -> id.caseNumber().value())
          .thenComparing(DeliveryId::sequence);

  private final Mappings mappings;
  private final Batches batches;
  private final Deliveries deliveries;
  private final ApplicationEventPublisher events;

  ResultFileReader(
      Mappings mappings, Batches batches, Deliveries deliveries, ApplicationEventPublisher events) {
    this.mappings = mappings;
    this.batches = batches;
    this.deliveries = deliveries;
    this.events = events;
  }

  /** A line with the answer read from it. */
  private record Line(Payload payload, Answer answer) {}

  void read(Connector connector, byte[] file) {
    ResultFile opened = mappings.open(connector, file);
    Answer verdict = map(connector, opened, Connector.FILE, opened.trailer());
    BatchView batch =
        batches
            .byFile(connector.backEnd(), String.valueOf(verdict.delivery()))
            .orElseThrow(
                () ->
                    Refusal.of("HUB-5012", "the result file is about no file of ours")
                        .because("its trailer names a file that was never sent")
                        .fix("ask the back-end which file it means"));
    Set<DeliveryId> inBatch = new HashSet<>(batches.answeredAbout(batch));
    if (verdict.outcome() == Outcome.NOT_ACCEPTED) {
      batches.refused(batch, refusal(connector, verdict));
      return;
    }
    lines(connector, opened, inBatch).forEach((id, said) -> settle(connector, batch, id, said));
    end(connector, batch);
  }

  /**
   * Lines by delivery, in the order of the cases: the order in which every transaction locks them.
   */
  private Map<DeliveryId, List<Line>> lines(
      Connector connector, ResultFile file, Set<DeliveryId> inBatch) {
    Map<DeliveryId, List<Line>> lines = new TreeMap<>(ORDER);
    for (byte[] bytes : file.lines()) {
      Payload payload = new Payload(bytes, contentType(connector, file));
      try {
        Answer answer = map(connector, file, Connector.RESULTS, bytes);
        DeliveryId id = DeliveryId.parse(String.valueOf(answer.delivery()));
        if (!inBatch.contains(id)) {
          throw unknown();
        }
        lines.computeIfAbsent(id, x -> new ArrayList<>()).add(new Line(payload, answer));
      } catch (HubException e) {
        tell(stop(connector, "line-not-understood", payload).problem(e.problem()));
      }
    }
    return lines;
  }

  private void settle(Connector connector, BatchView batch, DeliveryId id, List<Line> said) {
    Line first = said.get(0);
    for (Line other : said.subList(1, said.size())) {
      if (!other.answer().equals(first.answer())) {
        contradicted(connector, batch, id, said);
        return;
      }
      tell(stop(connector, "line-repeated", other.payload()).of(id));
    }
    tell(
        stop(connector, "received", first.payload())
            .of(id)
            .versions(connector.version(), connector.version())
            .detail(MessageKey.ANSWER, KeyedMessage.code("answer", first.answer().outcome())));
    batches.answeredLine(batch, id);
    deliveries.answered(id, connector.backEnd(), first.answer());
  }

  private void contradicted(Connector connector, BatchView batch, DeliveryId id, List<Line> said) {
    Problem problem =
        Fault.of("HUB-5014", "the result file says two different things of one delivery")
            .because("%d lines are about it, and they do not agree".formatted(said.size()))
            .fix("ask the back-end which is right; both lines are in the trail")
            .problem();
    said.forEach(
        line -> tell(stop(connector, "contradicted", line.payload()).of(id).problem(problem)));
    batches.parkLine(batch, id, problem);
  }

  private void end(Connector connector, BatchView batch) {
    List<DeliveryId> open = batches.unanswered(batch);
    if (open.isEmpty()) {
      batches.answered(batch, null);
      return;
    }
    Problem missing =
        Fault.of("HUB-5015", "%d of %d lines are unanswered", open.size(), batch.lines())
            .because("the result file has no line about them that we understand")
            .fix("ask the back-end for them; the deliveries stay SENT, and a further file is taken")
            .problem();
    batches.answered(batch, missing);
    tell(
        TraceStep.at("result", "lines-missing")
            .with(connector.backEnd())
            .problem(missing)
            .detail(MessageKey.FILE, String.valueOf(batch.fileName())));
    open.forEach(
        id ->
            tell(
                TraceStep.at("result", "line-missing")
                    .of(id)
                    .with(connector.backEnd())
                    .problem(missing)));
  }

  private static Problem refusal(Connector connector, Answer verdict) {
    return Fault.of("HUB-5016", "%s refused the file", connector.backEnd())
        .because(verdict.reason() == null ? "it did not say why" : verdict.reason())
        .fix("mend the cause, then resend the deliveries; they leave in another file")
        .problem();
  }

  private static Refusal unknown() {
    return Refusal.of("HUB-5013", "the line is about no delivery in that file")
        .because("the delivery id is not ours, or not one of this batch")
        .fix("ask the back-end what it means; the line is kept in the trail");
  }

  private Answer map(Connector connector, ResultFile file, String operation, byte[] line) {
    String mapping = connector.operation(operation).map(Operation::mapping).orElseThrow();
    return mappings.result(connector, mapping, new RawMessage(0, line, file.contentType()));
  }

  private static String contentType(Connector connector, ResultFile file) {
    return file.contentType() == null ? connector.contentType() : file.contentType();
  }

  private static TraceStep.Builder stop(Connector connector, String event, Payload line) {
    return TraceStep.at("result", event).with(connector.backEnd()).in(line);
  }

  private void tell(TraceStep.Builder stop) {
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
