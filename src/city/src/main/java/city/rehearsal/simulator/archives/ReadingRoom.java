package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.DecisionPlan;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.DueTimer;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.StoredMessage;
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

  private final DepartmentContext context;
  private final ApplicationStore store;
  private final Register register;
  private final DueTimer timer;
  private final Postbox postbox;
  private final Teller teller;
  private final Reader requests;
  private final Reader dead;

  ReadingRoom(DepartmentContext context, Postbox postbox) {
    this.context = context;
    this.store = context.store();
    this.postbox = postbox;
    this.register = new Register(store, context.clock(), Clock.systemUTC());
    this.timer = new DueTimer("archives-desk", context.clock(), this::due);
    this.teller = new Teller(store, postbox, context.faults());
    this.requests = new Reader(postbox, Broker.REQUESTS, this::take);
    this.dead = new Reader(postbox, Broker.DEAD, new Undertaker(store, postbox, teller)::bury);
  }

  /** Takes up the work where the last process left it. */
  void start() {
    for (StoredMessage entry : store.all()) {
      lay(entry);
      teller.tell(entry.number());
    }
    timer.start();
    requests.start();
    dead.start();
  }

  private void take(ClientMessage message) throws IOException {
    if (!ANSWER_QUEUE.equals(String.valueOf(MessageUtil.getJMSReplyTo(message)))) {
      postbox.leave(Broker.GIVEN_UP, session -> message); // nobody to be answered
      return;
    }
    String correlation = String.valueOf(MessageUtil.getJMSCorrelationID(message));
    Optional<StoredMessage> seen = store.find(correlation);
    if (seen.isPresent()) {
      teller.again(seen.get());
      return;
    }
    try {
      Optional<StoredMessage> entry = register.take(Request.read(correlation, body(message)));
      if (entry.isEmpty()) {
        teller.tell(Answer.unknown(correlation, context.clock().now()));
      } else {
        lay(entry.get());
        teller.tell(entry.get().number());
      }
    } catch (FormatException e) {
      String why = String.valueOf(e.getMessage());
      teller.tell(Answer.malformed(correlation, why, context.clock().now()));
    }
  }

  private static byte[] body(ClientMessage message) throws FormatException {
    if (message.getType() != Message.BYTES_TYPE || message.getBodySize() > BYTES_MAX) {
      throw new FormatException("应为不超过64KB的BytesMessage");
    }
    byte[] bytes = new byte[message.getBodyBuffer().readableBytes()];
    message.getBodyBuffer().readBytes(bytes);
    return bytes;
  }

  private void lay(StoredMessage entry) {
    DecisionPlan plan = entry.plan();
    if (plan != null && entry.status().undecided()) {
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
    requests.close();
    dead.close();
    teller.close();
    postbox.close();
  }
}
