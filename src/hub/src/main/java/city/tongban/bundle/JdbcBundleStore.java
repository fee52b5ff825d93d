package city.tongban.bundle;

import city.tongban.bundle.BundleStore.Activation;
import city.tongban.canonical.Fault;
import city.tongban.connector.Bundle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bundles in tables {@code bundle}, {@code bundle_active} and {@code bundle_activation}. An active
 * version and its entry in the history are one statement.
 */
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
  public void keepSent(String backEnd, Bundle bundle, String sentBy) {
    // only a version that was never active can be deleted: the trace refers to active versions
    jdbc.sql(
            """
            delete from bundle b
            where b.sent_by is not null and b.taken_at < now() - interval '30 days'
              and not exists (select 1 from bundle_activation a where a.digest = b.digest)
            """)
        .update();
    jdbc.sql(
            """
            insert into bundle (digest, back_end, content, sent_by) values (?, ?, ?, ?)
            on conflict (digest) do update set taken_at = now() where bundle.sent_by is not null
            """)
        .params(bundle.digest(), backEnd, bundle.zip(), sentBy)
        .update();
  }

  @Override
  public void activateAsShipped(String backEnd, String digest) {
    jdbc.sql(
            """
            with before as (
              select digest from bundle_active where back_end = :backEnd
            ), after as (
              insert into bundle_active (back_end, digest, shipped)
              values (:backEnd, :digest, :digest)
              on conflict (back_end) do update set
                shipped = excluded.shipped,
                digest = case when bundle_active.chosen_by is null
                  then excluded.digest else bundle_active.digest end,
                since = case when bundle_active.chosen_by is null
                  and bundle_active.digest <> excluded.digest then now() else bundle_active.since end
              returning digest
            )
            insert into bundle_activation (back_end, digest, before)
            select :backEnd, after.digest, before.digest from after left join before on true
            where before.digest is distinct from after.digest
            """)
        .param("backEnd", backEnd)
        .param("digest", digest)
        .update();
  }

  @Override
  public boolean choose(String backEnd, Choice choice) {
    int changed =
        jdbc.sql(
                """
                with changed as (
                  update bundle_active set digest = :digest, since = now(),
                    chosen_by = case when :asShipped then null else :by end
                  where back_end = :backEnd and digest = :seen
                  returning digest
                )
                insert into bundle_activation (back_end, digest, before, chosen_by, reason, back)
                select :backEnd, digest, :seen, :by, :reason, :back from changed
                """)
            .param("backEnd", backEnd)
            .param("digest", choice.digest())
            .param("seen", choice.seen())
            .param("by", choice.by())
            .param("reason", choice.reason())
            .param("back", choice.back())
            .param("asShipped", choice.asShipped())
            .update();
    return changed == 1;
  }

  @Override
  public Map<String, Active> active() {
    Map<String, Active> all = new TreeMap<>();
    jdbc.sql("select back_end, digest, chosen_by, since, shipped from bundle_active")
        .query((row, n) -> all.put(row.getString("back_end"), active(row)))
        .list();
    return all;
  }

  @Override
  public List<Activation> activations(String backEnd) {
    return jdbc.sql(
            """
            select digest, before, chosen_by, reason, back, at from bundle_activation
            where back_end = ? order by id desc
            """)
        .param(backEnd)
        .query(
            (row, n) ->
                new Activation(
                    row.getString("digest"),
                    row.getString("before"),
                    row.getString("chosen_by"),
                    row.getString("reason"),
                    row.getBoolean("back"),
                    time(row, "at")))
        .list();
  }

  @Override
  public Optional<String> digest(String backEnd, String version) {
    List<String> found =
        jdbc.sql("select digest from bundle where back_end = ? and starts_with(digest, ?)")
            .params(backEnd, version)
            .query(String.class)
            .list();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
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
        time(row, "since"),
        row.getString("shipped"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
