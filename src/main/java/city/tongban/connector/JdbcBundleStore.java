package city.tongban.connector;

import city.tongban.canonical.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bundles in tables {@code bundle} and {@code bundle_active}. */
final class JdbcBundleStore implements BundleStore {
  private final JdbcClient jdbc;

  JdbcBundleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(String backEnd, Bundle bundle) {
    jdbc.sql(
            """
            insert into bundle (digest, back_end, content) values (?, ?, ?)
            on conflict (digest) do nothing
            """)
        .params(bundle.digest(), backEnd, bundle.zip())
        .update();
  }

  @Override
  public void activateAsShipped(String backEnd, String digest) {
    jdbc.sql(
            """
            insert into bundle_active (back_end, digest) values (?, ?)
            on conflict (back_end) do update set digest = excluded.digest, since = now()
            where bundle_active.chosen_by is null and bundle_active.digest <> excluded.digest
            """)
        .params(backEnd, digest)
        .update();
  }

  @Override
  public Map<String, Active> active() {
    Map<String, Active> all = new TreeMap<>();
    jdbc.sql("select back_end, digest, chosen_by, since from bundle_active")
        .query((row, n) -> all.put(row.getString("back_end"), active(row)))
        .list();
    return all;
  }

  @Override
  public Bundle bundle(String digest) {
    byte[] zip =
        jdbc.sql("select content from bundle where digest = ?")
            .param(digest)
            .query((row, n) -> row.getBytes(1))
            .optional()
            .orElseThrow(() -> Fault.of("HUB-8008", "bundle %s is not in the database", digest));
    return Bundle.open(digest, zip);
  }

  private static Active active(ResultSet row) throws SQLException {
    return new Active(
        row.getString("digest"),
        row.getString("chosen_by"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
