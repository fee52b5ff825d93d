package city.tongban.notice;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.clock.BusinessClock;
import city.tongban.partner.Partner;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The addresses to which centres have their notices pushed, one for each that wants it. */
@Service
public class Webhooks {
  private final WebhookTable table;
  private final WebhookSecrets secrets;
  private final NoticeTable notices;
  private final WebhookUrlPolicy urlPolicy;
  private final PushProperties push;
  private final WebhookDispatcher dispatcher;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Webhooks(
      WebhookTable table,
      WebhookSecrets secrets,
      NoticeTable notices,
      WebhookUrlPolicy urlPolicy,
      PushProperties push,
      WebhookDispatcher dispatcher,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.table = table;
    this.secrets = secrets;
    this.notices = notices;
    this.urlPolicy = urlPolicy;
    this.push = push;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.events = events;
  }

  /**
   * What a centre asks for.
   *
   * @param after number of the last notice that it has; null: stay where the push is, or begin with
   *     the next notice
   * @param newSecret whether the secret is replaced; the first is made unasked
   */
  public record Order(String url, @Nullable Long after, boolean newSecret) {}

  /** A secret, told this once. */
  public record Told(String keyId, String secret) {}

  /** A web-hook as it stands now, with its secret when one was made. */
  public record Registered(Webhook webHook, @Nullable Told told) {}

  /** Registers a centre's web-hook or changes it; what stood still goes on. */
  @Transactional
  public Registered register(String centre, Order order) {
    String url = urlPolicy.accept(order.url()).toString();
    long last = table.lockLast(centre);
    Optional<Webhook> before = table.find(centre);
    long taken = after(order, before.map(Webhook::taken).orElse(last), last);
    Instant now = clock.wall();
    table.put(centre, url, taken, last, now);
    Told told =
        before.isEmpty() || order.newSecret()
            ? told(secrets.make(centre, now, now.plus(push.secretOverlap())))
            : null;
    tell(
        TraceStep.at("notice", "web-hook-registered")
            .with(Partner.centre(centre).id())
            .detail(
                told == null
                    ? MessageKey.WEBHOOK_FROM.with(taken + 1)
                    : MessageKey.WEBHOOK_FROM_WITH_NEW_SECRET.with(taken + 1)));
    wakeAfterCommit();
    return new Registered(read(centre), told);
  }

  private static long after(Order order, long otherwise, long last) {
    long after = order.after() == null ? otherwise : order.after();
    if (after < 0 || after > last) {
      throw Refusal.of("HUB-5029", "there is no notice %d in the inbox yet", after)
          .because("the last one is %d".formatted(last))
          .fix("send the number of the last notice that you have, or leave it out")
          .at("/after");
    }
    return after;
  }

  public Webhook read(String centre) {
    return table
        .find(centre)
        .orElseThrow(
            () ->
                Refusal.of("HUB-5021", "centre %s has no web-hook", centre)
                    .because("it never registered one, or removed it")
                    .fix("its notices wait in its inbox; PUT registers one"));
  }

  /** From now on the centre reads its inbox only. */
  @Transactional
  public void remove(String centre) {
    if (table.remove(centre)) {
      tell(TraceStep.at("notice", "web-hook-removed").with(Partner.centre(centre).id()));
    }
  }

  /** The longest unmoved first; those of all states when none is named. */
  public List<Webhook> inState(@Nullable WebhookState state, int limit) {
    return table.inState(state, limit);
  }

  /** Lets the notice at the head go again, its tries forgotten. */
  @Transactional
  public void resend(String centre, String who, String reason) {
    release(centre, 0, "resent", who, reason);
  }

  /** Goes on behind the notice at the head, which stays in the inbox. */
  @Transactional
  public void skip(String centre, String who, String reason) {
    release(centre, 1, "skipped", who, reason);
  }

  private void release(String centre, int skipped, String act, String who, String reason) {
    Webhook hook = read(centre);
    if (!table.release(centre, skipped, clock.wall())) {
      throw Refusal.of("HUB-5022", "no notice of centre %s can be %s now", centre, act)
          .because("its web-hook is %s".formatted(hook.state()))
          .fix("read it again; what is DISABLED is registered again by the centre itself");
    }
    notices
        .after(centre, hook.taken(), 1)
        .forEach(
            head ->
                tell(
                    TraceStep.at("notice", act)
                        .of(new CaseNumber(head.caseNumber()))
                        .with(who)
                        .detail(MessageKey.NOTICE_RELEASED, head.number(), centre, reason)));
    wakeAfterCommit();
  }

  private static Told told(WebhookKey key) {
    return new Told(key.id(), HexFormat.of().formatHex(key.secret()));
  }

  private void wakeAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            dispatcher.wake();
          }
        });
  }

  private void tell(TraceStep.Builder stop) {
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
