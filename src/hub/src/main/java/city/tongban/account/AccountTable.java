package city.tongban.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code console_account}. */
@Repository
class AccountTable {
  private final JdbcClient jdbc;

  AccountTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The columns that a log-in needs. */
  record Key(String name, Role role, String hash, boolean disabled, int version) {}

  /** False when an account with this name exists. */
  boolean insert(String name, Role role, String hash, Instant now) {
    return jdbc.sql(
                """
                insert into console_account (name, role, hash, made_at, changed_at) values (?, ?, ?, ?, ?)
                on conflict (name) do nothing
                """)
            .param(name)
            .param(role.name())
            .param(hash)
            .param(utc(now))
            .param(utc(now))
            .update()
        == 1;
  }

  /** A new password opens the account again and ends its sessions; false when there is none. */
  boolean reset(String name, String hash, Instant now) {
    return jdbc.sql(
                """
                update console_account set hash = ?, disabled = false, version = version + 1, changed_at = ?
                where name = ?
                """)
            .param(hash)
            .param(utc(now))
            .param(name)
            .update()
        == 1;
  }

  boolean disable(String name, Instant now) {
    return jdbc.sql(
                """
                update console_account set disabled = true, version = version + 1, changed_at = ? where name = ?
                """)
            .param(utc(now))
            .param(name)
            .update()
        == 1;
  }

  Optional<Key> key(String name) {
    return jdbc.sql(
            "select name, role, hash, disabled, version from console_account where name = ?")
        .param(name)
        .query(
            (row, n) ->
                new Key(
                    row.getString("name"),
                    Role.valueOf(row.getString("role")),
                    row.getString("hash"),
                    row.getBoolean("disabled"),
                    row.getInt("version")))
        .optional();
  }

  List<Account> all() {
    return jdbc.sql(
            "select name, role, disabled, made_at, changed_at from console_account order by name")
        .query(AccountTable::account)
        .list();
  }

  private static Account account(ResultSet row, int n) throws SQLException {
    return new Account(
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("disabled"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
