package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The counter, open day and night. It decides at once, but a card takes its time; it takes the same
 * request number as often as it is sent.
 */
final class Counter {
  private static final List<Business.Field> INQUIRY =
      List.of(Business.need("YQQBH", 64, Form.TEXT));
  private static final List<Business.Field> WITHDRAWAL =
      List.of(
          Business.need("QQBH", 64, Form.TEXT),
          Business.need("YQQBH", 64, Form.TEXT),
          Business.need("CHYY", 300, Form.TEXT));

  private final ApplicationStore store;
  private final BusinessClock clock;
  private final Clock wall;
  private final LongConsumer toTheWorkshop;

  /**
   * @param toTheWorkshop hears the number of each file for which a card is to be made
   */
  Counter(ApplicationStore store, BusinessClock clock, Clock wall, LongConsumer toTheWorkshop) {
    this.store = store;
    this.clock = clock;
    this.wall = wall;
    this.toTheWorkshop = toTheWorkshop;
  }

  Answer serve(Fields fields) {
    try {
      return switch (fields.kind()) {
        case "YWSQ" -> apply(Business.of(fields), fields);
        case "YWCX" -> asked(fields);
        case "YWCH" -> withdraw(fields);
        default -> throw new FieldError(fields.kind(), "不是接口报文");
      };
    } catch (FieldError e) {
      return Answer.refused("2001", String.valueOf(e.getMessage()), fields.get("QQBH"));
    }
  }

  private Answer apply(Business business, Fields fields) {
    Decision decision = Rules.on(business, fields);
    String papers = fields.get("GMSFHM");
    Message message =
        new Message(
            fields.required("QQBH"),
            fields.required("AJBH"),
            Message.Kind.APPLY,
            fields.required("XM"),
            papers == null ? fields.required("ZJHM") : papers,
            fields.required("YWLX"));
    boolean made =
        business == Business.ISSUE && decision.status() != ApplicationStatus.NOT_ACCEPTED;
    StoredMessage entry =
        made ? order(message, decision) : enter(message, decision.status(), decision.reason());
    return Answer.on(entry, message.deliveryId());
  }

  private StoredMessage order(Message message, Decision decision) {
    Instant at = clock.now();
    StoredMessage entry =
        store.add(
            number ->
                StoredMessage.open(
                    number,
                    serial(at, number),
                    message,
                    at,
                    Pace.of(message.caseNo(), decision, wall.instant(), at)));
    store.sync();
    toTheWorkshop.accept(entry.number());
    return entry;
  }

  private Answer asked(Fields fields) throws FieldError {
    Business.check(fields, INQUIRY);
    store.sync(); // nothing is told that a power cut could unsay
    String id = fields.required("YQQBH");
    return store.find(id).map(entry -> Answer.on(entry, id)).orElseGet(() -> Answer.neverSeen(id));
  }

  /** What is decided cannot be taken back; a card that is being made can. */
  private Answer withdraw(Fields fields) throws FieldError {
    Business.check(fields, WITHDRAWAL);
    String id = fields.required("QQBH");
    Optional<StoredMessage> original =
        store
            .find(fields.required("YQQBH"))
            .filter(entry -> entry.message().kind() == Message.Kind.APPLY);
    if (original.isEmpty()) {
      return Answer.neverSeen(id);
    }
    String why = fields.required("CHYY");
    Instant at = clock.now();
    StoredMessage wish = store.withdraw(original.get(), id, why, at, number -> serial(at, number));
    store.sync();
    return Answer.on(wish, id);
  }

  private StoredMessage enter(Message message, ApplicationStatus status, @Nullable String reason) {
    Instant at = clock.now();
    StoredMessage entry =
        store.add(
            number ->
                StoredMessage.settled(number, serial(at, number), message, at, status, reason));
    store.sync();
    return entry;
  }

  private static String serial(Instant at, long number) {
    String day = Form.written(BusinessClock.local(at).toLocalDateTime()).substring(0, 8);
    return String.format(Locale.ROOT, "GA%s%06d", day, number);
  }
}
