package city.tongban.delivery;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.StoredText;
import city.tongban.canonical.TraceStep;
import city.tongban.cases.CaseOpened;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.cases.WithdrawalRequested;
import city.tongban.clock.BusinessClock;
import city.tongban.delivery.batch.BatchAssembler;
import city.tongban.delivery.outbox.DeliveryTable;
import city.tongban.delivery.outbox.DeliveryTable.NewDelivery;
import city.tongban.delivery.outbox.DeliveryViews;
import city.tongban.delivery.outbox.OutboxRelay;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Creates deliveries: the row is written in the transaction that opens the case or requests its
 * withdrawal.
 */
@Component
class DeliveryCreator {
  private static final KeyedMessage UNSENT = MessageKey.WITHDRAWN_UNSENT.with();

  private final DeliveryTable table;
  private final DeliveryViews views;
  private final BatchAssembler assembler;
  private final Cases cases;
  private final OutboxRelay relay;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  DeliveryCreator(
      DeliveryTable table,
      DeliveryViews views,
      BatchAssembler assembler,
      Cases cases,
      OutboxRelay relay,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.table = table;
    this.views = views;
    this.assembler = assembler;
    this.cases = cases;
    this.relay = relay;
    this.clock = clock;
    this.events = events;
  }

  @EventListener
  void on(CaseOpened opened) {
    DeliveryId id = new DeliveryId(opened.file().number(), 1);
    NewDelivery application =
        new NewDelivery(
            id,
            opened.backEnd(),
            DeliveryKind.APPLY,
            opened.file().item(),
            DeliveryState.WAITING,
            null,
            null);
    table.insert(application, clock.wall());
    relay.wakeAfterCommit(opened.backEnd());
  }

  /**
   * Cancels an application that no department has received yet; otherwise creates a withdrawal that
   * follows it.
   */
  @EventListener
  void on(WithdrawalRequested asked) {
    CaseNumber number = asked.about().number();
    List<DeliveryView> before = views.of(number);
    if (before.stream().anyMatch(d -> d.kind() == DeliveryKind.WITHDRAW)) {
      throw Refusal.of("HUB-2002", "the withdrawal of case %s is already under way", number)
          .because("a case is withdrawn once")
          .fix("wait for the department's answer in the inbox");
    }
    DeliveryId application = new DeliveryId(number, 1);
    if (table.cancel(application, StoredText.of(UNSENT), true, clock.wall())
        || assembler.leave(application, UNSENT)) {
      tell(TraceStep.at("delivery", "cancelled").of(application).detail(UNSENT));
      Answer withdrawn = new Answer(null, Outcome.WITHDRAWN, null, null, asked.reason(), null);
      cases.apply(number, withdrawn);
      return;
    }
    follow(asked, before);
  }

  private void follow(WithdrawalRequested asked, List<DeliveryView> before) {
    CaseView about = asked.about();
    Optional<DeliveryView> head = before.stream().filter(d -> d.state().isOpen()).findFirst();
    NewDelivery withdrawal =
        new NewDelivery(
            new DeliveryId(about.number(), before.size() + 1),
            about.backEnd(),
            DeliveryKind.WITHDRAW,
            about.item(),
            head.isPresent() ? DeliveryState.BEHIND : DeliveryState.WAITING,
            head.map(d -> MessageKey.BEHIND.with(d.id().toString())).orElse(null),
            asked.reason());
    table.insert(withdrawal, clock.wall());
    relay.wakeAfterCommit(about.backEnd());
  }

  private void tell(TraceStep.Builder stop) {
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
