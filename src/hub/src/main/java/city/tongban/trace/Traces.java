package city.tongban.trace;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Traceable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every step of every case, oldest step first. */
@Service
public class Traces {
  private final TraceTable table;

  Traces(TraceTable table) {
    this.table = table;
  }

  public List<TraceStepView> of(CaseNumber number) {
    return table.of(number);
  }

  public Optional<TraceStepView> find(String id) {
    return table.find(id);
  }

  /** The payload that a step received ({@code in}) or sent, byte for byte. */
  public Optional<byte[]> body(String id, boolean in) {
    return table.body(id, in);
  }

  /** Who read which payload, the latest first; {@code before} is a step's id, empty to begin. */
  public List<TraceStepView> readings(String before, int limit) {
    return table.readings(before, limit);
  }

  /**
   * Writes a step in the transaction of its event: all steps of one transaction in one statement.
   */
  @EventListener
  void hear(Traceable event) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      table.insert(List.of(table.row(event.step())));
      return;
    }
    pending().add(table.row(event.step()));
  }

  private List<TraceTable.Row> pending() {
    @SuppressWarnings("unchecked")
    List<TraceTable.Row> rows =
        (List<TraceTable.Row>) TransactionSynchronizationManager.getResource(this);
    return rows == null ? begin() : rows;
  }

  private List<TraceTable.Row> begin() {
    List<TraceTable.Row> rows = new ArrayList<>();
    TransactionSynchronizationManager.bindResource(this, rows);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            table.insert(rows);
          }

          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Traces.this);
          }
        });
    return rows;
  }
}
