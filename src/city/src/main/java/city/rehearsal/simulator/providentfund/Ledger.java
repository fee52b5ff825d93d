package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.JournalFile;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every question that was taken, with its MAC, in the order of taking; kept over restarts. */
final class Ledger implements Closeable {
  private final Map<String, Asked> byId = new LinkedHashMap<>();
  private final JournalFile journal;
  private final ApplicationStore store;

  Ledger(Path file, ApplicationStore store) throws IOException {
    this.store = store;
    this.journal = JournalFile.open(file, this::replay);
  }

  private void replay(String line) {
    try {
      Asked asked = Json.MAPPER.readValue(line, Asked.class);
      byId.put(asked.id(), asked);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  synchronized Optional<Asked> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized List<Asked> all() {
    return List.copyOf(byId.values());
  }

  /** The number that the next question gets. */
  synchronized long next() {
    return byId.size() + 1L;
  }

  /** Safe on the disk when this returns; the book that others read first, once. */
  synchronized void take(Asked asked, StoredMessage entry) {
    if (store.find(asked.id()).isEmpty()) {
      store.add(number -> entry);
      store.sync();
    }
    try {
      journal.write(Json.MAPPER.writeValueAsString(asked));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger cannot be written", e);
    }
    journal.sync();
    byId.put(asked.id(), asked);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
