package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import city.rehearsal.simulator.protocol.database.EmbeddedDatabase;
import city.rehearsal.simulator.protocol.database.SqlConnection;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes results under consecutive numbers, changed if a fault is active. */
final class ResultTable implements AutoCloseable {
  private static final int OVERSIZE = 200_000;
  private static final String UNKNOWN_DELIVERY = "310104-20180702-999999/1";
  private static final String WRONG_DIGEST = "0".repeat(64);
  private static final List<FaultKind> KINDS =
      List.of(
          FaultKind.GARBLED,
          FaultKind.WRONG_DIGEST,
          FaultKind.MISENCODED,
          FaultKind.OVERSIZED,
          FaultKind.UNKNOWN_CODE,
          FaultKind.UNKNOWN_LINE,
          FaultKind.CONTRADICTING_LINE);

  private final SqlConnection sql;
  private final Faults faults;

  ResultTable(EmbeddedDatabase database, Faults faults) {
    this.sql = new SqlConnection(database);
    this.faults = faults;
  }

  /**
   * Returns when the row is committed.
   *
   * @param intact whether faults leave the result alone
   */
  void publish(ResultRow result, boolean intact) throws IOException {
    try {
      if (intact) {
        insert(result, 0, null);
      } else {
        publish(result);
      }
    } catch (SQLException e) {
      throw new IOException("a result is not written", e);
    }
  }

  private void publish(ResultRow result) throws SQLException {
    long skipped = faults.onResult(FaultKind.MISSING_LINE).isPresent() ? 1 : 0;
    Optional<Injection> fault = faults.onAny(KINDS);
    if (fault.isEmpty()) {
      insert(result, skipped, null);
      return;
    }
    switch (fault.get().kind()) {
      case MISENCODED -> insert(result.saying("锟斤拷\u0001"), skipped, null);
      case OVERSIZED -> insert(result.saying("长".repeat(OVERSIZE)), skipped, null);
      case UNKNOWN_CODE -> insert(result.with(result.deliveryId(), "77"), skipped, null);
      case UNKNOWN_LINE -> insert(result.with(UNKNOWN_DELIVERY, result.code()), skipped, null);
      case CONTRADICTING_LINE -> {
        insert(result, skipped, null);
        insert(result.saying("与前次不一致"), 0, null);
      }
      default -> insert(result, skipped, WRONG_DIGEST);
    }
  }

  /**
   * @param skipped how many numbers are left out before this row
   * @param digest null for the right one
   */
  private void insert(ResultRow result, long skipped, @Nullable String digest) throws SQLException {
    sql.transaction(
        () -> {
          long last =
              sql.query("select coalesce(max(seq), 0) from ex_result_out", row -> row.getLong(1))
                  .get(0);
          long seq = last + 1 + skipped;
          sql.update(
              """
              insert into ex_result_out (seq, result_id, delivery_id, their_no, outcome, reason, decided_at, digest)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """,
              seq,
              result.id(),
              result.deliveryId(),
              result.serial(),
              result.code(),
              result.reason(),
              result.decidedAt(),
              digest == null ? result.digest(seq) : digest);
        });
  }

  @Override
  public void close() {
    sql.close();
  }
}
