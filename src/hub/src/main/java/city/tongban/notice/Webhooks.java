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

/** The webhooks of centres, at most one each: registration, and what an operator may do. */
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
   * What a centre registers.
   *
   * @param after number of the last notice that the centre has; null: go on where the push is, or
   *     start with the next notice
   * @param newSecret whether the secret is replaced; a first one is made in any case
   */
  public record Registration(String url, @Nullable Long after, boolean newSecret) {}

  /** A secret, shown this once. */
  public record NewSecret(String keyId, String secret) {}

  /** The webhook after its registration, with its secret when a new one was made. */
  public record Registered(Webhook webhook, @Nullable NewSecret secret) {}

  /** Registers or changes a centre's webhook; a parked one goes on. */
  @Transactional
  public Registered register(String centre, Registration registration) {
    String url = urlPolicy.accept(registration.url()).toString();
    long last = table.lockLast(centre);
    Optional<Webhook> before = table.find(centre);
    long taken = after(registration, before.map(Webhook::taken).orElse(last), last);
    Instant now = clock.wall();
    table.put(centre, url, taken, last, now);
    NewSecret secret =
        before.isEmpty() || registration.newSecret()
            ? newSecret(secrets.make(centre, now, now.plus(push.secretOverlap())))
            : null;
    record(
        TraceStep.at("notice", "web-hook-registered")
            .with(Partner.centre(centre).id())
            .detail(
                secret == null
                    ? MessageKey.WEBHOOK_FROM.with(taken + 1)
                    : MessageKey.WEBHOOK_FROM_WITH_NEW_SECRET.with(taken + 1)));
    wakeAfterCommit();
    return new Registered(read(centre), secret);
  }

  private static long after(Registration registration, long otherwise, long last) {
    long after = registration.after() == null ? otherwise : registration.after();
    if (after < 0 || after > last) {
      throw Refusal.of("HUB-5029", "there is no notice %d in the inbox yet", after)
          .because("the last notice is %d".formatted(last))
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
                Refusal.of("HUB-5021", "centre %s has no webhook", centre)
                    .because("it never registered one, or removed it")
                    .fix("its notices wait in its inbox; PUT registers one"));
  }

  /** Removes the webhook; the centre's notices stay in its inbox. */
  @Transactional
  public void remove(String centre) {
    if (table.remove(centre)) {
      record(TraceStep.at("notice", "web-hook-removed").with(Partner.centre(centre).id()));
    }
  }

  /** The longest unchanged first; of all states when none is named. */
  public List<Webhook> inState(@Nullable WebhookState state, int limit) {
    return table.inState(state, limit);
  }

  /** Pushes the next notice again, with its tries counted anew. */
  @Transactional
  public void resend(String centre, String who, String reason) {
    release(centre, 0, "resent", who, reason);
  }

  /** Skips the next notice, which stays in the inbox. */
  @Transactional
  public void skip(String centre, String who, String reason) {
    release(centre, 1, "skipped", who, reason);
  }

  private void release(String centre, int skipped, String act, String who, String reason) {
    Webhook hook = read(centre);
    if (!table.release(centre, skipped, clock.wall())) {
      throw Refusal.of("HUB-5022", "no notice of centre %s can be %s now", centre, act)
          .because("its webhook is %s".formatted(hook.state()))
          .fix("read it again; a DISABLED webhook is registered again by the centre");
    }
    notices
        .after(centre, hook.taken(), 1)
        .forEach(
            head ->
                record(
                    TraceStep.at("notice", act)
                        .of(new CaseNumber(head.caseNumber()))
                        .with(who)
                        .detail(MessageKey.NOTICE_RELEASED, head.number(), centre, reason)));
    wakeAfterCommit();
  }

  private static NewSecret newSecret(WebhookKey key) {
    return new NewSecret(key.id(), HexFormat.of().formatHex(key.secret()));
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

  private void record(TraceStep.Builder step) {
    events.publishEvent(new StepRecorded(step.build()));
  }
}
