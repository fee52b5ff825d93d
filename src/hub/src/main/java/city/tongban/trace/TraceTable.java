package city.tongban.trace;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.MessageArguments;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Sha256;
import city.tongban.canonical.StoredText;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Call;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.clock.BusinessClock;
import city.tongban.node.NodeProperties;
import city.tongban.vault.EncryptionContext;
import city.tongban.vault.Vault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code trail}; only ever inserted. */
@Repository
class TraceTable {
  private static final String VIEW =
      """
      id, at, business_at, stage, event, case_number, delivery_sequence, partner, in_type, in_digest, in_size,
      out_type, out_digest, out_size, connector_version, mapping_version, request_in, request_out, answer_in,
      answer_out, error, detail, detail_key, detail_args, node
      """;
  private static final String INSERT =
      """
      insert into trail (id, at, business_at, stage, event, case_number, delivery_sequence, partner,
        in_type, in_digest, in_size, in_body, out_type, out_digest, out_size, out_body, connector_version,
        mapping_version, request_in, request_out, answer_in, answer_out, error_code, error, detail_key,
        detail_args, node)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
      """;

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final Vault vault;
  private final BusinessClock clock;
  private final ObjectMapper json;
  private final String node;

  TraceTable(
      JdbcTemplate batches,
      JdbcClient jdbc,
      Vault vault,
      BusinessClock clock,
      ObjectMapper json,
      NodeProperties properties) {
    this.batches = batches;
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
    this.json = json;
    this.node = properties.node();
  }

  /** A step with the times of its event; the insert follows at the commit. */
  record Row(TraceStep step, Instant at, Instant businessAt) {}

  Row row(TraceStep step) {
    return new Row(step, clock.wall(), clock.business());
  }

  void insert(List<Row> rows) {
    batches.batchUpdate(INSERT, rows.stream().map(this::values).toList());
  }

  List<TraceStepView> of(CaseNumber number) {
    return jdbc.sql("select " + VIEW + " from trail where case_number = ? order by id")
        .param(number.value())
        .query(this::view)
        .list();
  }

  Optional<TraceStepView> find(String id) {
    return jdbc.sql("select " + VIEW + " from trail where id = ?")
        .param(id)
        .query(this::view)
        .optional();
  }

  List<TraceStepView> readings(String before, int limit) {
    return jdbc.sql(
            "select "
                + VIEW
                + " from trail where stage = 'trace'"
                + (before.isEmpty() ? "" : " and id < :before")
                + " order by id desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  /** The received or sent payload, byte for byte. */
  Optional<byte[]> body(String id, boolean in) {
    EncryptionContext place = place(id, in);
    return jdbc.sql("select " + place.column() + " from trail where id = ?")
        .param(id)
        .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
        .optional()
        .flatMap(found -> found)
        .map(body -> vault.open(place, body));
  }

  private Object[] values(Row row) {
    TraceStep step = row.step();
    Call call = step.call();
    Problem problem = step.problem();
    return new @Nullable Object[] {
      step.id(),
      utc(row.at()),
      utc(row.businessAt()),
      step.stage(),
      step.event(),
      step.caseNumber() == null ? null : step.caseNumber().value(),
      step.delivery() == null ? null : step.delivery().sequence(),
      step.partner(),
      type(step.in()),
      digest(step.in()),
      size(step.in()),
      sealed(step.id(), true, step.in()),
      type(step.out()),
      digest(step.out()),
      size(step.out()),
      sealed(step.id(), false, step.out()),
      step.connectorVersion(),
      step.mappingVersion(),
      call == null ? null : utc(call.requestIn()),
      call == null ? null : utc(call.requestOut()),
      call == null ? null : utc(call.answerIn()),
      call == null ? null : utc(call.answerOut()),
      problem == null ? null : problem.code(),
      problem == null ? null : write(problem),
      step.detail() == null ? null : step.detail().key(),
      step.detail() == null ? null : MessageArguments.write(step.detail().arguments()),
      node
    };
  }

  private TraceStepView view(ResultSet row, int n) throws SQLException {
    Instant requestIn = instant(row, "request_in");
    Instant requestOut = instant(row, "request_out");
    return new TraceStepView(
        row.getString("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("business_at", OffsetDateTime.class).toInstant(),
        row.getString("stage"),
        row.getString("event"),
        row.getString("case_number"),
        row.getObject("delivery_sequence", Integer.class),
        row.getString("partner"),
        body(row, "in"),
        body(row, "out"),
        row.getString("connector_version"),
        row.getString("mapping_version"),
        requestIn == null || requestOut == null
            ? null
            : new Call(
                requestIn, requestOut, instant(row, "answer_in"), instant(row, "answer_out")),
        read(row.getString("error")),
        StoredText.of(
            row.getString("detail_key"), row.getString("detail_args"), row.getString("detail")),
        row.getString("node"));
  }

  private static TraceStepView.@Nullable Body body(ResultSet row, String way) throws SQLException {
    byte[] digest = row.getBytes(way + "_digest");
    return digest == null
        ? null
        : new TraceStepView.Body(
            row.getString(way + "_type"),
            row.getInt(way + "_size"),
            HexFormat.of().formatHex(digest));
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Problem read(@Nullable String error) {
    try {
      return error == null ? null : json.readValue(error, Problem.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String type(@Nullable Payload payload) {
    return payload == null ? null : payload.contentType();
  }

  private static @Nullable Integer size(@Nullable Payload payload) {
    return payload == null ? null : payload.bytes().length;
  }

  private byte @Nullable [] sealed(String id, boolean in, @Nullable Payload payload) {
    return payload == null ? null : vault.seal(place(id, in), payload.bytes());
  }

  private static EncryptionContext place(String id, boolean in) {
    return new EncryptionContext("trail", in ? "in_body" : "out_body", id);
  }

  private static byte @Nullable [] digest(@Nullable Payload payload) {
    return payload == null ? null : Sha256.of(payload.bytes());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
