package city.rehearsal.simulator.office;

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
 * Everything that a department has taken in, kept over restarts.
 *
 * <p>Each line of the file is an entry as it stood from then on; the last line about a number is
 * the truth. A message that comes twice is written twice: the departments do not recognise a
 * delivery id, and that is what shows a hub that sends without asking.
 */
public final class Book implements Closeable {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> firstOf = new HashMap<>();
  private final Journal journal;

  public Book(Path file) throws IOException {
    journal = Journal.open(file, this::replay);
  }

  private void replay(String line) {
    try {
      put(Json.MAPPER.readValue(line, Entry.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a line of the book cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** Takes a message in under the next free number. */
  public synchronized Entry take(LongFunction<Entry> entry) {
    return written(entry.apply(entries.size() + 1L));
  }

  /**
   * Changes one entry, unless {@code change} hands it back as it was; nobody comes between reading
   * and writing.
   */
  public synchronized Entry change(long number, UnaryOperator<Entry> change) {
    Entry before = get(number);
    Entry after = change.apply(before);
    return after.equals(before) ? before : written(after);
  }

  /** The application of a case under that id; a withdrawal, or another case's, is none. */
  public Optional<Entry> application(String deliveryId, String caseNo) {
    return find(deliveryId)
        .filter(entry -> entry.message().kind() == Message.Kind.APPLY)
        .filter(entry -> entry.message().caseNo().equals(caseNo));
  }

  /**
   * Takes an application back as far as nobody has decided it, and writes the wish down beside it,
   * with how it ended.
   *
   * @param deliveryId of the wish
   */
  public Entry withdraw(Entry application, String deliveryId, @Nullable String reason, Instant at) {
    return withdraw(application, deliveryId, reason, at, number -> application.serial());
  }

  /**
   * The same, by a department that gives the wish a number of its own.
   *
   * @param serial by the wish's number in this book
   */
  public synchronized Entry withdraw(
      Entry application,
      String deliveryId,
      @Nullable String reason,
      Instant at,
      LongFunction<String> serial) {
    Entry now =
        change(
            application.number(),
            entry ->
                entry.verdict().undecided() ? entry.ended(Verdict.WITHDRAWN, reason, at) : entry);
    Message about = now.message();
    Message wish =
        new Message(
            deliveryId,
            about.caseNo(),
            Message.Kind.WITHDRAW,
            about.name(),
            about.idNumber(),
            about.item());
    Verdict verdict = now.verdict() == Verdict.WITHDRAWN ? Verdict.WITHDRAWN : Verdict.TOO_LATE;
    return take(number -> Entry.settled(number, serial.apply(number), wish, at, verdict, reason));
  }

  private Entry written(Entry entry) {
    try {
      journal.write(Json.MAPPER.writeValueAsString(entry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry cannot be written", e);
    }
    put(entry);
    return entry;
  }

  private void put(Entry entry) {
    int index = Math.toIntExact(entry.number() - 1);
    if (index == entries.size()) {
      entries.add(entry);
      firstOf.putIfAbsent(entry.message().deliveryId(), index);
    } else {
      entries.set(index, entry);
    }
  }

  public synchronized Entry get(long number) {
    return entries.get(Math.toIntExact(number - 1));
  }

  /** The first entry that came under {@code deliveryId}. */
  public synchronized Optional<Entry> find(String deliveryId) {
    return Optional.ofNullable(firstOf.get(deliveryId)).map(entries::get);
  }

  public synchronized List<Entry> all() {
    return List.copyOf(entries);
  }

  /** Returns when everything written so far would survive the power going. */
  public void settle() {
    journal.settle();
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
