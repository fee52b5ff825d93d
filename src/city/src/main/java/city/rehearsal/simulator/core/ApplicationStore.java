package city.rehearsal.simulator.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every message that a department has accepted, kept over restarts.
 *
 * <p>Each line of the file is a message as it stood from then on; the last line with a number is
 * the valid one. The store itself does not recognise a delivery id: a message that comes twice is
 * stored twice, which exposes a hub that sends again without asking first.
 */
public final class ApplicationStore implements Closeable {
  private final List<StoredMessage> messages = new ArrayList<>();
  private final Map<String, Integer> firstOf = new HashMap<>();
  private final JournalFile journal;

  public ApplicationStore(Path file) throws IOException {
    journal = JournalFile.open(file, this::replay);
  }

  private void replay(String line) {
    try {
      put(Json.MAPPER.readValue(line, StoredMessage.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a line of the application store cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** Stores a message under the next free number. */
  public synchronized StoredMessage add(LongFunction<StoredMessage> message) {
    return written(message.apply(messages.size() + 1L));
  }

  /** Changes one message; reading and writing are one step. Nothing is written if it is equal. */
  public synchronized StoredMessage update(long number, UnaryOperator<StoredMessage> change) {
    StoredMessage before = get(number);
    StoredMessage after = change.apply(before);
    return after.equals(before) ? before : written(after);
  }

  /** The application with that delivery id and case number; never a withdrawal. */
  public Optional<StoredMessage> application(String deliveryId, String caseNo) {
    return application(deliveryId).filter(found -> found.message().caseNo().equals(caseNo));
  }

  /** The application with that delivery id; never a withdrawal. */
  public Optional<StoredMessage> application(String deliveryId) {
    return find(deliveryId).filter(found -> found.message().kind() == Message.Kind.APPLY);
  }

  /**
   * Withdraws an application if it is undecided, and stores the withdrawal beside it with its
   * outcome, under the application's serial number.
   *
   * @param deliveryId of the withdrawal
   */
  public StoredMessage withdraw(
      StoredMessage application, String deliveryId, @Nullable String reason, Instant at) {
    return withdraw(application, deliveryId, reason, at, number -> application.serial());
  }

  /**
   * The same, for a department that gives the withdrawal a serial number of its own.
   *
   * @param serial by the withdrawal's number in this store
   */
  public synchronized StoredMessage withdraw(
      StoredMessage application,
      String deliveryId,
      @Nullable String reason,
      Instant at,
      LongFunction<String> serial) {
    StoredMessage now =
        update(
            application.number(),
            before ->
                before.status().undecided()
                    ? before.ended(ApplicationStatus.WITHDRAWN, reason, at)
                    : before);
    Message withdrawal = now.message().withdrawnBy(deliveryId);
    ApplicationStatus status =
        now.status() == ApplicationStatus.WITHDRAWN
            ? ApplicationStatus.WITHDRAWN
            : ApplicationStatus.TOO_LATE;
    return add(
        number ->
            StoredMessage.settled(number, serial.apply(number), withdrawal, at, status, reason));
  }

  /** The application with that serial number, of a department that gives each a number once. */
  public synchronized Optional<StoredMessage> applicationWithSerial(String serial) {
    return messages.stream()
        .filter(found -> found.message().kind() == Message.Kind.APPLY)
        .filter(found -> found.serial().equals(serial))
        .findFirst();
  }

  private StoredMessage written(StoredMessage message) {
    try {
      journal.write(Json.MAPPER.writeValueAsString(message));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written to the store", e);
    }
    put(message);
    return message;
  }

  private void put(StoredMessage message) {
    int index = Math.toIntExact(message.number() - 1);
    if (index == messages.size()) {
      messages.add(message);
      firstOf.putIfAbsent(message.message().deliveryId(), index);
    } else {
      messages.set(index, message);
    }
  }

  public synchronized StoredMessage get(long number) {
    return messages.get(Math.toIntExact(number - 1));
  }

  /** The first message with that delivery id. */
  public synchronized Optional<StoredMessage> find(String deliveryId) {
    return Optional.ofNullable(firstOf.get(deliveryId)).map(messages::get);
  }

  public synchronized List<StoredMessage> all() {
    return List.copyOf(messages);
  }

  /** Returns when everything that was written is on the disk. */
  public void sync() {
    journal.sync();
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
