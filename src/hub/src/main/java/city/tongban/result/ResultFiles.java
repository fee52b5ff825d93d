package city.tongban.result;

import city.tongban.canonical.HubException;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.mapping.Mappings;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives the files that departments write about our batches. A file is processed whole, once, in
 * one transaction; a file that cannot be processed is reported once and left in its folder, to be
 * read again.
 */
@Service("resultFiles")
public class ResultFiles {
  private final ResultFileTable table;
  private final ResultFileReader reading;
  private final Mappings mappings;
  private final Connectors connectors;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  ResultFiles(
      ResultFileTable table,
      ResultFileReader reading,
      Mappings mappings,
      Connectors connectors,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.table = table;
    this.reading = reading;
    this.mappings = mappings;
    this.connectors = connectors;
    this.transaction = transaction;
    this.events = events;
  }

  /**
   * Processes one file; returns once it is committed. The same file again changes nothing (P2).
   *
   * @param name the file name in the department's folder
   */
  public void receive(String backEnd, String name, byte[] file) {
    Connector connector = connectors.active(backEnd);
    ResultFileTable.Key key = ResultFileTable.Key.of(backEnd, name, file);
    Payload payload = new Payload(file, mappings.contentType(connector, file));
    try {
      transaction.executeWithoutResult(status -> take(connector, key, file, payload));
    } catch (HubException e) {
      transaction.executeWithoutResult(status -> report(connector, key, payload, e));
      throw e;
    }
  }

  private void take(Connector connector, ResultFileTable.Key key, byte[] file, Payload payload) {
    Optional<byte[]> before = table.taken(key);
    if (before.isPresent() && !MessageDigest.isEqual(before.get(), key.digest())) {
      throw Refusal.of(
              "HUB-5011", "a result file '%s' with other content was taken before", key.name())
          .because("the digest of the content differs from the first file's")
          .fix("ask the back-end which is right, and to give each file a name of its own");
    }
    if (before.isPresent() || !table.take(key)) {
      tell(
          TraceStep.at("result", "file-repeated")
              .with(connector.backEnd())
              .detail(MessageKey.FILE, key.name()));
      return;
    }
    tell(
        TraceStep.at("result", "file-received")
            .with(connector.backEnd())
            .versions(connector.version(), connector.version())
            .in(payload)
            .detail(MessageKey.FILE, key.name()));
    reading.read(connector, file);
  }

  private void report(
      Connector connector, ResultFileTable.Key key, Payload payload, HubException e) {
    if (table.refuse(key, e.problem().code())) {
      tell(
          TraceStep.at("result", "file-refused")
              .with(connector.backEnd())
              .in(payload)
              .problem(e.problem())
              .detail(MessageKey.FILE, key.name()));
    }
  }

  private void tell(TraceStep.Builder stop) {
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
