package city.tongban.cases;

import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.vault.EncryptionContext;
import city.tongban.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code hub_case}. */
@Repository
class CaseTable {
  private static final String VIEW =
      """
      number, item, state, outcome, reason, back_end, sender, sender_message_id, collecting_centre,
      home_centre, collected_at, received_at, late_upload, deadline, changed_at, traceparent
      """;
  private static final int SERIALS_AT_ONCE = 64;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final SearchKeys search;
  private final Queue<Long> serials = new ArrayDeque<>();

  CaseTable(JdbcClient jdbc, Vault vault, SearchKeys search) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.search = search;
  }

  /** A unique serial; serials that were fetched and not used before a stop leave a gap. */
  synchronized long nextSerial() {
    if (serials.isEmpty()) {
      serials.addAll(
          jdbc.sql("select nextval('case_serial') from generate_series(1, ?)")
              .param(SERIALS_AT_ONCE)
              .query(Long.class)
              .list());
    }
    return serials.remove();
  }

  /** Inserts the case and the search keys of its people in one statement. */
  void insert(CaseFile file, Application application, Router.Route route, String xml, Instant now) {
    List<SearchKeys.Key> keys = search.of(file);
    jdbc.sql(
            """
            with opened as (
              insert into hub_case (number, item, state, back_end, sender, sender_message_id, collecting_centre,
                home_centre, collected_at, received_at, late_upload, deadline, canonical, traceparent, changed_at)
              values (?, ?, 'COLLECTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              returning number)
            insert into search_key (kind, hash, case_number)
            select key.kind, key.hash, opened.number from opened, unnest(?, ?) as key (kind, hash)
            """)
        .param(file.number().value())
        .param(file.item())
        .param(route.backEnd())
        .param(file.envelope().sender())
        .param(file.envelope().senderMessageId())
        .param(file.places().collectingCentre())
        .param(file.places().homeCentre())
        .param(file.collectedAt())
        .param(file.receivedAt())
        .param(application.lateUpload())
        .param(route.deadline())
        .param(vault.seal(canonicalAt(file.number()), xml.getBytes(StandardCharsets.UTF_8)))
        .param(file.envelope().traceparent())
        .param(utc(now))
        .param(keys.stream().map(SearchKeys.Key::kind).toArray(String[]::new))
        .param(keys.stream().map(SearchKeys.Key::hash).toArray(byte[][]::new))
        .update();
  }

  /** Writes the new state of a case; the caller holds its lock. */
  void moved(CaseView after) {
    String number = after.number().value();
    jdbc.sql(
            "update hub_case set state = ?, outcome = ?, reason = ?, changed_at = ? where number ="
                + " ?")
        .param(after.state().name())
        .param(after.outcome())
        .param(vault.sealText(reason(number), after.reason()))
        .param(utc(after.changedAt()))
        .param(number)
        .update();
  }

  Optional<CaseView> lock(CaseNumber number) {
    return jdbc.sql("select " + VIEW + " from hub_case where number = ? for update")
        .param(number.value())
        .query(this::view)
        .optional();
  }

  Optional<CaseView> find(CaseNumber number) {
    return jdbc.sql("select " + VIEW + " from hub_case where number = ?")
        .param(number.value())
        .query(this::view)
        .optional();
  }

  List<CaseView> recent(int limit) {
    return jdbc.sql("select " + VIEW + " from hub_case order by changed_at desc limit ?")
        .param(limit)
        .query(this::view)
        .list();
  }

  /** The latest first. */
  List<CaseView> of(SearchKeys.Key key, int limit) {
    return jdbc.sql(
            "select "
                + VIEW
                + """
                from hub_case where number in (select case_number from search_key where kind = ? and hash = ?)
                order by changed_at desc limit ?
                """)
        .param(key.kind())
        .param(key.hash())
        .param(limit)
        .query(this::view)
        .list();
  }

  Optional<String> canonical(CaseNumber number) {
    return jdbc.sql("select canonical from hub_case where number = ?")
        .param(number.value())
        .query((row, n) -> vault.openText(canonicalAt(number), row.getBytes(1)))
        .optional();
  }

  private CaseView view(ResultSet row, int n) throws SQLException {
    return new CaseView(
        new CaseNumber(row.getString("number")),
        row.getString("item"),
        CaseState.valueOf(row.getString("state")),
        row.getString("outcome"),
        vault.openText(reason(row.getString("number")), row.getBytes("reason")),
        row.getString("back_end"),
        row.getString("sender"),
        row.getString("sender_message_id"),
        row.getString("collecting_centre"),
        row.getString("home_centre"),
        row.getObject("collected_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("late_upload"),
        row.getObject("deadline", LocalDate.class),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("traceparent"));
  }

  static EncryptionContext canonicalAt(CaseNumber number) {
    return new EncryptionContext("hub_case", "canonical", number.value());
  }

  private static EncryptionContext reason(String number) {
    return new EncryptionContext("hub_case", "reason", number);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
