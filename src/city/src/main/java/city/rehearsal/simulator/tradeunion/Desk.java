package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.DecisionPlan;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.DueTimer;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
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

  private final DepartmentContext context;
  private final ApplicationStore store;
  private final Register register;
  private final DueTimer timer;
  private final Mailbox mailbox;
  private final Teller teller;
  private final Reader applications;
  private final Reader dead;

  Desk(DepartmentContext context, Mailbox mailbox) {
    this.context = context;
    this.store = context.store();
    this.mailbox = mailbox;
    this.register = new Register(store, context.clock(), Clock.systemUTC());
    this.timer = new DueTimer("trade-union-desk", context.clock(), this::due);
    this.teller = new Teller(store, mailbox, context.faults());
    this.applications = new Reader(mailbox, Broker.APPLICATIONS, this::take);
    this.dead = new Reader(mailbox, Broker.DEAD, new Undertaker(mailbox, teller)::bury);
  }

  /** Takes up the work where the last process left it. */
  void start() {
    for (StoredMessage entry : store.all()) {
      lay(entry);
      teller.tell(entry.number());
    }
    timer.start();
    teller.start();
    applications.start();
    dead.start();
  }

  private void take(Delivery delivery) throws ClientException {
    Message<?> message = delivery.message();
    String id = String.valueOf(message.messageId());
    try {
      Letter letter = Letter.read(id, Json.object(body(message)));
      boolean seen = store.find(id).isPresent();
      Optional<StoredMessage> entry = register.take(letter);
      if (entry.isEmpty()) {
        teller.tell(Notice.outside(id, "CWC", "查无此申请", context.clock().now()));
      } else if (seen) {
        teller.again(entry.get().number());
      } else {
        lay(entry.get());
        teller.tell(entry.get().number());
      }
    } catch (FormatException | Json.NotReadable e) {
      String why = String.valueOf(e.getMessage());
      teller.tell(Notice.outside(id, "GSCW", why, context.clock().now()));
    }
    delivery.accept();
  }

  private static byte[] body(Message<?> message) throws ClientException, FormatException {
    if (!JSON.equals(message.contentType()) || !(message.body() instanceof byte[] bytes)) {
      throw new FormatException("content-type: 应为application/json的二进制消息");
    }
    return bytes;
  }

  private void lay(StoredMessage entry) {
    DecisionPlan plan = entry.plan();
    if (plan == null || !entry.status().undecided()) {
      return;
    }
    if (plan.decideAt() != null) {
      timer.atWallTime(plan.decideAt(), entry.number());
    } else {
      timer.atBusinessTime(Objects.requireNonNull(plan.decideOn()), entry.number());
    }
  }

  private void due(long number) {
    store.update(number, entry -> entry.asPlanned(context.clock().now()));
    store.sync();
    teller.tell(number);
  }

  @Override
  public void close() {
    timer.close();
    applications.close();
    dead.close();
    teller.close();
    mailbox.close();
  }
}
