package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.office.Agenda;
import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Json;
import city.rehearsal.simulator.office.Office;
import city.rehearsal.simulator.office.Plan;
import java.io.Closeable;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/**
 * The office: reads what is on the queue, decides in its own time, and has the answers told. A
 * message is taken off the queue when it stands in the book; one that it has seen is not written
 * down again, and everything that was said about it is said again.
 */
final class Desk implements Closeable {
  private static final String JSON = "application/json";

  private final Office office;
  private final Book book;
  private final Register register;
  private final Agenda agenda;
  private final Mailbox mailbox;
  private final Teller teller;
  private final Reader applications;
  private final Reader dead;

  Desk(Office office, Mailbox mailbox) {
    this.office = office;
    this.book = office.book();
    this.mailbox = mailbox;
    this.register = new Register(book, office.clock(), Clock.systemUTC());
    this.agenda = new Agenda("trade-union-desk", office.clock(), this::due);
    this.teller = new Teller(book, mailbox, office.faults());
    this.applications = new Reader(mailbox, Broker.APPLICATIONS, this::take);
    this.dead = new Reader(mailbox, Broker.DEAD, new Undertaker(mailbox, teller)::bury);
  }

  /** Takes up the work where the last process left it. */
  void start() {
    for (Entry entry : book.all()) {
      lay(entry);
      teller.tell(entry.number());
    }
    agenda.start();
    teller.start();
    applications.start();
    dead.start();
  }

  private void take(Delivery delivery) throws ClientException {
    Message<?> message = delivery.message();
    String id = String.valueOf(message.messageId());
    try {
      Letter letter = Letter.read(id, Json.object(body(message)));
      boolean seen = book.find(id).isPresent();
      Optional<Entry> entry = register.take(letter);
      if (entry.isEmpty()) {
        teller.tell(Notice.outside(id, "CWC", "查无此申请", office.clock().now()));
      } else if (seen) {
        teller.again(entry.get().number());
      } else {
        lay(entry.get());
        teller.tell(entry.get().number());
      }
    } catch (FormatError | Json.NotReadable e) {
      String why = String.valueOf(e.getMessage());
      teller.tell(Notice.outside(id, "GSCW", why, office.clock().now()));
    }
    delivery.accept();
  }

  private static byte[] body(Message<?> message) throws ClientException, FormatError {
    if (!JSON.equals(message.contentType()) || !(message.body() instanceof byte[] bytes)) {
      throw new FormatError("content-type: 应为application/json的二进制消息");
    }
    return bytes;
  }

  private void lay(Entry entry) {
    Plan plan = entry.plan();
    if (plan == null || !entry.verdict().undecided()) {
      return;
    }
    if (plan.decideAt() != null) {
      agenda.atWall(plan.decideAt(), entry.number());
    } else {
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
    applications.close();
    dead.close();
    teller.close();
    mailbox.close();
  }
}
