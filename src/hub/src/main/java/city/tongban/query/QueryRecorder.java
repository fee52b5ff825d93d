package city.tongban.query;

import city.tongban.canonical.Answer;
import city.tongban.canonical.HubException;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Outage;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.clock.BusinessClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records the outcome of a query: its row and its trace step in one transaction. */
@Component
class QueryRecorder {
  private static final String STAGE = "query";

  private final QueryTable table;
  private final ObjectMapper json;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;
  private final MeterRegistry meters;

  QueryRecorder(
      QueryTable table,
      ObjectMapper json,
      BusinessClock clock,
      ApplicationEventPublisher events,
      MeterRegistry meters) {
    this.table = table;
    this.json = json;
    this.clock = clock;
    this.events = events;
    this.meters = meters;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void asked(PreparedQuery question) {
    Payload sent = new Payload(question.mapped().bytes(), question.mapped().contentType());
    events.publishEvent(new StepRecorded(stop("asked", question).out(sent).build()));
    count("in", question);
  }

  /** False when another request is asking the same query. */
  @Transactional
  public boolean askAgain(PreparedQuery question, Instant lease) {
    boolean mine = table.askAgain(question, clock.wall(), lease);
    if (mine) {
      asked(question);
    }
    return mine;
  }

  /** Records the answer; returns the response for the centre. */
  @Transactional
  public String answered(PreparedQuery question, Answer answer, QueryClient.Reply reply) {
    OffsetDateTime now =
        clock
            .business()
            .truncatedTo(ChronoUnit.SECONDS)
            .atZone(BusinessClock.ZONE)
            .toOffsetDateTime();
    QueryResponse told = QueryResponse.of(question, answer, now);
    String text = write(told);
    String outcome = answer.outcome().name();
    if (!table.answered(question, outcome, text, told.answeredAt(), clock.wall())) {
      throw Outage.of(
              "HUB-3022",
              "question %s had reached its time limit before the answer came",
              question.number())
          .because("the department's answer took longer than the time limit of the call");
    }
    events.publishEvent(
        new StepRecorded(
            stop("answered", question)
                .in(reply.evidence())
                .out(new Payload(text.getBytes(StandardCharsets.UTF_8), "application/json"))
                .call(reply.call())
                .detail(MessageKey.ANSWER, KeyedMessage.code("answer", outcome))
                .build()));
    count("out", question);
    return text;
  }

  @Transactional
  public void unanswered(
      PreparedQuery question, HubException why, QueryClient.@Nullable Reply reply) {
    if (!table.unanswered(
        question.number(), question.tries(), why.problem().code(), clock.wall())) {
      return;
    }
    TraceStep.Builder stop = stop("unanswered", question).problem(why.problem());
    events.publishEvent(
        new StepRecorded(
            reply == null ? stop.build() : stop.in(reply.evidence()).call(reply.call()).build()));
    count("refused", question);
  }

  /** Records that the asking node stopped before an answer was recorded. */
  @Transactional
  public void abandoned(QueryTable.Abandoned one) {
    Outage why =
        Outage.of("HUB-3020", "the hub stopped while the question was being asked")
            .fix("send the same message again; the hub then asks again");
    if (table.unanswered(one.number(), one.tries(), why.problem().code(), clock.wall())) {
      events.publishEvent(
          new StepRecorded(
              TraceStep.at(STAGE, "unanswered").of(one.number()).problem(why.problem()).build()));
    }
  }

  private static TraceStep.Builder stop(String event, PreparedQuery question) {
    return TraceStep.at(STAGE, event)
        .of(question.number())
        .with(question.backEnd())
        .versions(question.connector().version(), question.mapped().version());
  }

  private void count(String what, PreparedQuery question) {
    meters.counter("hub.query." + what, "backEnd", question.backEnd()).increment();
  }

  private String write(QueryResponse told) {
    try {
      return json.writeValueAsString(told);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
