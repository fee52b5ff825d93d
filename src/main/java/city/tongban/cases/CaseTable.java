package city.tongban.cases;

import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Packed;
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
import org.jspecify.annotations.Nullable;
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
  private final Queue<Long> serials = new ArrayDeque<>();

  CaseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A serial nobody else gets; those fetched and not used before a stop leave a gap. */
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

  void insert(CaseFile file, Application application, Router.Route route, String xml, Instant now) {
    jdbc.sql(
            """
            insert into hub_case (number, item, state, back_end, sender, sender_message_id, collecting_centre,
              home_centre, collected_at, received_at, late_upload, deadline, canonical, traceparent, changed_at)
            values (?, ?, 'COLLECTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
        .param(Packed.pack(xml.getBytes(StandardCharsets.UTF_8)))
        .param(file.envelope().traceparent())
        .param(utc(now))
        .update();
  }

  CaseView move(
      CaseView view,
      CaseState next,
      @Nullable String outcome,
      @Nullable String reason,
      Instant now) {
    return jdbc.sql(
            "update hub_case set state = ?, outcome = ?, reason = ?, changed_at = ? where number = ? returning "
                + VIEW)
        .param(next.name())
        .param(outcome)
        .param(reason)
        .param(utc(now))
        .param(view.number().value())
        .query(CaseTable::view)
        .single();
  }

  Optional<CaseView> lock(CaseNumber number) {
    return jdbc.sql("select " + VIEW + " from hub_case where number = ? for update")
        .param(number.value())
        .query(CaseTable::view)
        .optional();
  }

  Optional<CaseView> find(CaseNumber number) {
    return jdbc.sql("select " + VIEW + " from hub_case where number = ?")
        .param(number.value())
        .query(CaseTable::view)
        .optional();
  }

  List<CaseView> recent(int limit) {
    return jdbc.sql("select " + VIEW + " from hub_case order by changed_at desc limit ?")
        .param(limit)
        .query(CaseTable::view)
        .list();
  }

  Optional<String> canonical(CaseNumber number) {
    return jdbc.sql("select canonical from hub_case where number = ?")
        .param(number.value())
        .query((row, n) -> new String(Packed.unpack(row.getBytes(1)), StandardCharsets.UTF_8))
        .optional();
  }

  private static CaseView view(ResultSet row, int n) throws SQLException {
    return new CaseView(
        new CaseNumber(row.getString("number")),
        row.getString("item"),
        CaseState.valueOf(row.getString("state")),
        row.getString("outcome"),
        row.getString("reason"),
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

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
