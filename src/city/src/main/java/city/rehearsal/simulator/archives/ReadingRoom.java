package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.office.Agenda;
import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Office;
import city.rehearsal.simulator.office.Plan;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.reader.MessageUtil;

/**
 * The office: takes what is on the queue, has it looked up, and has the answer told. A request is
 * off the queue when it stands in the book; one that has been seen is not read again, and is
 * answered as before.
 */
final class ReadingRoom implements Closeable {
  private static final String ANSWER_QUEUE = "queue://" + Broker.ANSWERS;
  private static final int BYTES_MAX = 64 * 1024;

  private final Office office;
  private final Book book;
  private final Register register;
  private final Agenda agenda;
  private final Postbox postbox;
  private final Teller teller;
  private final Reader requests;
  private final Reader dead;

  ReadingRoom(Office office, Postbox postbox) {
    this.office = office;
    this.book = office.book();
    this.postbox = postbox;
    this.register = new Register(book, office.clock(), Clock.systemUTC());
    this.agenda = new Agenda("archives-desk", office.clock(), this::due);
    this.teller = new Teller(book, postbox, office.faults());
    this.requests = new Reader(postbox, Broker.REQUESTS, this::take);
    this.dead = new Reader(postbox, Broker.DEAD, new Undertaker(book, postbox, teller)::bury);
  }

  /** Takes up the work where the last process left it. */
  void start() {
    for (Entry entry : book.all()) {
      lay(entry);
      teller.tell(entry.number());
    }
    agenda.start();
    requests.start();
    dead.start();
  }

  private void take(ClientMessage message) throws IOException {
    if (!ANSWER_QUEUE.equals(String.valueOf(MessageUtil.getJMSReplyTo(message)))) {
      postbox.leave(Broker.GIVEN_UP, session -> message); // nobody to be answered
      return;
    }
    String correlation = String.valueOf(MessageUtil.getJMSCorrelationID(message));
    Optional<Entry> seen = book.find(correlation);
    if (seen.isPresent()) {
      teller.again(seen.get());
      return;
    }
    try {
      Optional<Entry> entry = register.take(Request.read(correlation, body(message)));
      if (entry.isEmpty()) {
        teller.tell(Answer.unknown(correlation, office.clock().now()));
      } else {
        lay(entry.get());
        teller.tell(entry.get().number());
      }
    } catch (FormatError e) {
      String why = String.valueOf(e.getMessage());
      teller.tell(Answer.malformed(correlation, why, office.clock().now()));
    }
  }

  private static byte[] body(ClientMessage message) throws FormatError {
    if (message.getType() != Message.BYTES_TYPE || message.getBodySize() > BYTES_MAX) {
      throw new FormatError("应为不超过64KB的BytesMessage");
    }
    byte[] bytes = new byte[message.getBodyBuffer().readableBytes()];
    message.getBodyBuffer().readBytes(bytes);
    return bytes;
  }

  private void lay(Entry entry) {
    Plan plan = entry.plan();
    if (plan != null && entry.verdict().undecided()) {
      agenda.onBusiness(Objects.requireNonNull(plan.decideOn()), entry.number());
    }
  }

  private void due(long number) {
    book.change(number, entry -> entry.asPlanned(office.clock().now()));
    book.settle();
    teller.tell(number);
  }

  @Override
  public void close() {
    agenda.close();
    requests.close();
    dead.close();
    teller.close();
    postbox.close();
  }
}
