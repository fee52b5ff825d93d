package city.tongban.query;

import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.vault.EncryptionContext;
import city.tongban.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code query}. */
@Repository
class QueryTable {
  private final JdbcClient jdbc;
  private final Vault vault;

  QueryTable(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** The columns of a row that a repeated query needs. */
  record Kept(CaseFile file, String backEnd, int tries) {}

  /** A try whose node stopped before it recorded an outcome. */
  record Abandoned(CaseNumber number, int tries) {}

  /**
   * Inserts a query that is being asked.
   *
   * @param lease until when no other node may take it for abandoned
   */
  void insert(PreparedQuery question, Instant now, Instant lease) {
    CaseFile file = question.file();
    jdbc.sql(
            """
            insert into query (number, item, state, back_end, connector_version, sender, collecting_centre, home_centre,
              collected_at, received_at, canonical, tries, lease_until, changed_at)
            values (?, ?, 'ASKED', ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
            """)
        .param(file.number().value())
        .param(file.item())
        .param(question.backEnd())
        .param(question.connector().version())
        .param(file.envelope().sender())
        .param(file.places().collectingCentre())
        .param(file.places().homeCentre())
        .param(file.collectedAt())
        .param(file.receivedAt())
        .param(vault.sealText(canonical(file.number()), CanonicalXml.write(file)))
        .param(utc(lease))
        .param(utc(now))
        .update();
  }

  /** True for the one caller that may ask an unanswered query again. */
  boolean askAgain(PreparedQuery question, Instant now, Instant lease) {
    return jdbc.sql(
                """
                update query set state = 'ASKED', code = null, connector_version = ?, tries = ?,
                  lease_until = ?, changed_at = ?
                where number = ? and state = 'UNANSWERED' and tries < ?
                """)
            .param(question.connector().version())
            .param(question.tries())
            .param(utc(lease))
            .param(utc(now))
            .param(question.number().value())
            .param(question.tries())
            .update()
        == 1;
  }

  /** False when the query was given up or asked again before this answer came. */
  boolean answered(
      PreparedQuery question, String outcome, String told, OffsetDateTime answeredAt, Instant now) {
    return jdbc.sql(
                """
                update query set state = 'ANSWERED', outcome = ?, told = ?, answered_at = ?, lease_until = null, changed_at = ?
                where number = ? and state = 'ASKED' and tries = ?
                """)
            .param(outcome)
            .param(vault.sealText(told(question.number()), told))
            .param(answeredAt)
            .param(utc(now))
            .param(question.number().value())
            .param(question.tries())
            .update()
        == 1;
  }

  /** False when the query is no longer being asked, or by another try. */
  boolean unanswered(CaseNumber number, int tries, String code, Instant now) {
    return jdbc.sql(
                """
                update query set state = 'UNANSWERED', code = ?, lease_until = null, changed_at = ?
                where number = ? and state = 'ASKED' and tries = ?
                """)
            .param(code)
            .param(utc(now))
            .param(number.value())
            .param(tries)
            .update()
        == 1;
  }

  /** Queries whose lease has expired. */
  List<Abandoned> abandoned(Instant now) {
    return jdbc.sql("select number, tries from query where state = 'ASKED' and lease_until < ?")
        .param(utc(now))
        .query((row, n) -> new Abandoned(new CaseNumber(row.getString(1)), row.getInt(2)))
        .list();
  }

  Optional<QueryView> find(CaseNumber number) {
    return jdbc.sql(
            """
            select number, item, state, outcome, code, back_end, sender, collecting_centre, home_centre, collected_at,
              received_at, changed_at
            from query where number = ?
            """)
        .param(number.value())
        .query(QueryTable::view)
        .optional();
  }

  Optional<Kept> kept(CaseNumber number) {
    return jdbc.sql("select canonical, back_end, tries from query where number = ?")
        .param(number.value())
        .query(
            (row, n) ->
                new Kept(
                    CanonicalXml.read(
                        Objects.requireNonNull(vault.openText(canonical(number), row.getBytes(1)))),
                    row.getString(2),
                    row.getInt(3)))
        .optional();
  }

  /** The stored response to the centre; empty unless it is answered. */
  Optional<String> told(CaseNumber number, QueryState state) {
    return state == QueryState.ANSWERED
        ? jdbc.sql("select told from query where number = ?")
            .param(number.value())
            .query((row, n) -> vault.openText(told(number), row.getBytes(1)))
            .optional()
        : Optional.empty();
  }

  private static QueryView view(ResultSet row, int n) throws SQLException {
    return new QueryView(
        new CaseNumber(row.getString("number")),
        row.getString("item"),
        QueryState.valueOf(row.getString("state")),
        row.getString("outcome"),
        row.getString("code"),
        row.getString("back_end"),
        row.getString("sender"),
        row.getString("collecting_centre"),
        row.getString("home_centre"),
        instant(row, "collected_at"),
        instant(row, "received_at"),
        instant(row, "changed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static EncryptionContext canonical(CaseNumber number) {
    return new EncryptionContext("query", "canonical", number.value());
  }

  private static EncryptionContext told(CaseNumber number) {
    return new EncryptionContext("query", "told", number.value());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
