package city.tongban.partner;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code partner}: who, what and the token's digest. */
@Repository
class PartnerTable {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcTemplate jdbc;

  PartnerTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A partner with the digest of the token that it must show. */
  @SuppressWarnings("ArrayRecordComponent") // held, never compared
  record Row(Partner partner, byte[] digest) {}

  /**
   * The secret files have the last word: a file that was replaced gives its partner a new token.
   */
  void write(List<Row> rows) {
    jdbc.batchUpdate(
        """
        insert into partner (id, kind, scope, token_digest) values (?, ?, ?, ?)
        on conflict (id) do update set kind = excluded.kind, scope = excluded.scope,
          token_digest = excluded.token_digest, made_at = now()
        where partner.token_digest <> excluded.token_digest
        """,
        rows.stream().map(PartnerTable::values).toList());
  }

  /** All partners by their token's digest in hexadecimal. */
  Map<String, Partner> byDigest() {
    return jdbc
        .query(
            "select id, kind, scope, token_digest from partner",
            (row, n) ->
                Map.entry(
                    HEX.formatHex(row.getBytes("token_digest")),
                    new Partner(
                        row.getString("id"),
                        Partner.Kind.valueOf(row.getString("kind")),
                        row.getString("scope"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Object[] values(Row row) {
    Partner partner = row.partner();
    return new Object[] {partner.id(), partner.kind().name(), partner.scope(), row.digest()};
  }
}
