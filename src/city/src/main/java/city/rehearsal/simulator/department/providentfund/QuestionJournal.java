package city.rehearsal.simulator.department.providentfund;

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

/** Every question that was answered, with its MAC, in their order; kept over restarts. */
final class QuestionJournal implements Closeable {
  private final Map<String, AnsweredQuestion> byId = new LinkedHashMap<>();
  private final JournalFile journal;
  private final ApplicationStore store;

  QuestionJournal(Path file, ApplicationStore store) throws IOException {
    this.store = store;
    this.journal = JournalFile.open(file, this::replay);
  }

  private void replay(String line) {
    try {
      AnsweredQuestion question = Json.MAPPER.readValue(line, AnsweredQuestion.class);
      byId.put(question.id(), question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a line of the question journal cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  synchronized Optional<AnsweredQuestion> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized List<AnsweredQuestion> all() {
    return List.copyOf(byId.values());
  }

  /** The number that the next question gets. */
  synchronized long next() {
    return byId.size() + 1L;
  }

  /** Returns when the question is on the disk. The store comes first, and has it only once. */
  synchronized void add(AnsweredQuestion question, StoredMessage stored) {
    if (store.find(question.id()).isEmpty()) {
      store.add(number -> stored);
      store.sync();
    }
    try {
      journal.write(Json.MAPPER.writeValueAsString(question));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a question cannot be written to the journal", e);
    }
    journal.sync();
    byId.put(question.id(), question);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
