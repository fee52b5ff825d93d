package city.rehearsal.simulator.protocol.broker;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DecisionScheduler;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Pacing;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.Result;
import city.rehearsal.simulator.protocol.ResultPublisher;
import city.rehearsal.simulator.protocol.Submission;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * Reads submissions from a queue, has them decided, and publishes results on another queue.
 *
 * <p>A message is taken off the queue when it is stored. A message whose id is stored already is
 * not read again; its results are published again, unchanged.
 *
 * @param <R> a result in the department's form
 */
public final class QueueProcessor<R extends Result> implements Closeable {
  private final Queues queues;
  private final Format<R> format;
  private final BusinessClock clock;
  private final Faults faults;
  private final BrokerClient client;
  private final ResultPublisher<R> publisher;
  private final DecisionScheduler scheduler;
  private final ApplicationRegister register;

  /** The department's messages. */
  public interface Format<R> {
    /** The sender's number of a message. */
    String id(ClientMessage message);

    /** Whether the sender says where the result goes; a message without it is not read. */
    default boolean hasReplyAddress(ClientMessage message) {
      return true;
    }

    Submission read(ClientMessage message) throws FormatException;

    /** All results of a stored message so far, in their order. */
    List<R> results(StoredMessage stored);

    /** The result for a withdrawal of an application that is not stored. */
    R unknown(String id, Instant at);

    /** The result for a message that cannot be read. */
    R malformed(String id, String why, Instant at);

    ClientMessage write(ClientSession session, R result);

    /** The same, changed if a fault is active. */
    ClientMessage write(ClientSession session, R result, Faults faults);

    /** The id of the result that a dead letter carries. */
    String resultId(ClientMessage deadLetter);
  }

  /** The department's pace and serial numbers. */
  public record Rules(Pacing pacing, ApplicationRegister.Serial serial) {}

  public QueueProcessor(
      DepartmentContext context,
      BrokerClient client,
      Queues queues,
      Format<R> format,
      Rules rules) {
    this.queues = queues;
    this.format = format;
    this.clock = context.clock();
    this.faults = context.faults();
    this.client = client;
    this.publisher = new ResultPublisher<>(context, format::results, this::publish);
    this.scheduler = new DecisionScheduler(context, publisher::publishNew);
    this.register = new ApplicationRegister(context, rules.serial(), rules.pacing(), scheduler);
  }

  /** Resumes the work of the last process, and reads. */
  public void start() {
    scheduler.start();
    client.read(queues.inbound(), this::take);
    new DeadLetterHandler(client, queues, publisher, format::resultId).start();
  }

  private void publish(R result, boolean intact) throws IOException {
    client.send(
        queues.outbound(),
        session -> intact ? format.write(session, result) : format.write(session, result, faults));
  }

  private void take(ClientMessage message) throws IOException {
    if (!format.hasReplyAddress(message)) {
      client.send(queues.abandoned(), session -> message);
      return;
    }
    String id = format.id(message);
    Optional<StoredMessage> before = register.find(id);
    if (before.isPresent()) {
      publisher.publishAgain(before.get());
      return;
    }
    try {
      format
          .read(message)
          .storeIn(register)
          .ifPresentOrElse(
              stored -> publisher.publishNew(stored.number()),
              () -> publisher.publish(format.unknown(id, clock.now())));
    } catch (FormatException e) {
      publisher.publish(format.malformed(id, String.valueOf(e.getMessage()), clock.now()));
    }
  }

  @Override
  public void close() {
    scheduler.close();
    publisher.close();
    client.close();
  }
}
