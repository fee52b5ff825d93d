package city.tongban.delivery.outcome;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.cases.NoticeRequested;
import city.tongban.clock.BusinessClock;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.outbox.DeliveryTable;
import city.tongban.delivery.outbox.DeliveryTable.Ended;
import city.tongban.delivery.outbox.DeliveryTable.Settled;
import city.tongban.delivery.outbox.OutboxRelay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records a department's answer about a delivery, a reply and a message of its own alike. The row
 * of the case is locked first, so that all changes to one case wait there, then the delivery, then
 * the next delivery is released.
 */
@Component
public class AnswerRecorder {
  private final Cases cases;
  private final DeliveryTable table;
  private final OutboxRelay relay;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  AnswerRecorder(
      Cases cases,
      DeliveryTable table,
      OutboxRelay relay,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.table = table;
    this.relay = relay;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Settles the delivery and moves the case; an answer that comes twice or too late changes
   * nothing.
   *
   * @param attempt the attempt that the answer ends; null when the department sent a message of its
   *     own
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void apply(DeliveryId id, String backEnd, Answer answer, @Nullable Ended attempt) {
    Cases.Applied applied = cases.apply(id.caseNumber(), answer);
    DeliveryState after = stateAfter(answer.outcome());
    Settled done = table.settle(id, after, answer.theirNumber(), attempt, clock.wall());
    if (done.settled() && answer.outcome() == Outcome.TOO_LATE) {
      events.publishEvent(
          new NoticeRequested(applied.view(), "city.tongban.case.withdrawal-too-late", null));
    }
    if (!done.settled() && !applied.moved()) {
      events.publishEvent(new StepRecorded(nothingNew(id, backEnd, answer, applied.view())));
    }
    if (done.followed()) {
      openNext(id.caseNumber(), backEnd);
    }
  }

  /** Settles the delivery and not the case: the department has said nothing about the case. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void handedOver(DeliveryId id, String backEnd, Ended attempt) {
    cases.lock(id.caseNumber());
    if (table.settle(id, DeliveryState.SENT, null, attempt, clock.wall()).followed()) {
      openNext(id.caseNumber(), backEnd);
    }
  }

  /**
   * Releases the case's next delivery once its head is closed; the caller holds the case's lock.
   */
  public void openNext(CaseNumber number, String backEnd) {
    if (table.openNext(number, backEnd, clock.wall())) {
      relay.wakeAfterCommit(backEnd);
    }
  }

  private static TraceStep nothingNew(DeliveryId id, String backEnd, Answer answer, CaseView view) {
    return TraceStep.at("result", "moved-nothing")
        .of(id)
        .with(backEnd)
        .detail(
            MessageKey.ANSWER_IGNORED,
            KeyedMessage.code("answer", answer.outcome()),
            KeyedMessage.code("state", view.state()))
        .build();
  }

  private static DeliveryState stateAfter(Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED, UNDER_REVIEW -> DeliveryState.SENT;
      case APPROVED, REJECTED, NOT_ACCEPTED, WITHDRAWN, TOO_LATE -> DeliveryState.ANSWERED;
      case UNKNOWN, BUSY, FOUND, NOT_FOUND ->
          throw new IllegalArgumentException(outcome + " says nothing about the delivery");
    };
  }
}
