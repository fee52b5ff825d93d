package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.BusinessClock;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Message;
import city.rehearsal.simulator.office.Verdict;
import city.rehearsal.simulator.publicsecurity.Rules.Ruling;
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

  private final Book book;
  private final BusinessClock clock;
  private final Clock wall;
  private final LongConsumer toTheWorkshop;

  /**
   * @param toTheWorkshop hears the number of each file for which a card is to be made
   */
  Counter(Book book, BusinessClock clock, Clock wall, LongConsumer toTheWorkshop) {
    this.book = book;
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
    Ruling ruling = Rules.on(business, fields);
    String papers = fields.get("GMSFHM");
    Message message =
        new Message(
            fields.required("QQBH"),
            fields.required("AJBH"),
            Message.Kind.APPLY,
            fields.required("XM"),
            papers == null ? fields.required("ZJHM") : papers,
            fields.required("YWLX"));
    boolean made = business == Business.ISSUE && ruling.verdict() != Verdict.NOT_ACCEPTED;
    Entry entry = made ? order(message, ruling) : enter(message, ruling.verdict(), ruling.reason());
    return Answer.on(entry, message.deliveryId());
  }

  private Entry order(Message message, Ruling ruling) {
    Instant at = clock.now();
    Entry entry =
        book.take(
            number ->
                Entry.open(
                    number,
                    serial(at, number),
                    message,
                    at,
                    Pace.of(message.caseNo(), ruling, wall.instant(), at)));
    book.settle();
    toTheWorkshop.accept(entry.number());
    return entry;
  }

  private Answer asked(Fields fields) throws FieldError {
    Business.check(fields, INQUIRY);
    book.settle(); // nothing is told that a power cut could unsay
    String id = fields.required("YQQBH");
    return book.find(id).map(entry -> Answer.on(entry, id)).orElseGet(() -> Answer.neverSeen(id));
  }

  /** What is decided cannot be taken back; a card that is being made can. */
  private Answer withdraw(Fields fields) throws FieldError {
    Business.check(fields, WITHDRAWAL);
    String id = fields.required("QQBH");
    Optional<Entry> original =
        book.find(fields.required("YQQBH"))
            .filter(entry -> entry.message().kind() == Message.Kind.APPLY);
    if (original.isEmpty()) {
      return Answer.neverSeen(id);
    }
    String why = fields.required("CHYY");
    Instant at = clock.now();
    Entry wish = book.withdraw(original.get(), id, why, at, number -> serial(at, number));
    book.settle();
    return Answer.on(wish, id);
  }

  private Entry enter(Message message, Verdict verdict, @Nullable String reason) {
    Instant at = clock.now();
    Entry entry =
        book.take(
            number -> Entry.settled(number, serial(at, number), message, at, verdict, reason));
    book.settle();
    return entry;
  }

  private static String serial(Instant at, long number) {
    String day = Form.written(BusinessClock.local(at).toLocalDateTime()).substring(0, 8);
    return String.format(Locale.ROOT, "GA%s%06d", day, number);
  }
}
