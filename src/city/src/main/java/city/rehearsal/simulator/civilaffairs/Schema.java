package city.rehearsal.simulator.civilaffairs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of agreement 3.0, and what the hub's account may do with them. */
final class Schema {
  static final String DATABASE = "exchange";
  static final String OWNER = "postgres";

  private Schema() {}

  /** Makes what is not there yet. */
  static void make(Connection connection, Caller caller) throws SQLException, IOException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(
          "do $$ begin if not exists (select from pg_roles where rolname = '%s') then create role %s login; end if; end $$"
              .formatted(caller.user(), caller.user()));
      // letters and digits of ours; nothing that would end a literal
      sql.execute(
          "alter role %s password '%s' connection limit 8"
              .formatted(caller.user(), caller.password()));
      sql.execute(text().replace("{hub}", caller.user()));
    }
  }

  private static String text() throws IOException {
    try (InputStream file = Schema.class.getResourceAsStream("civil-affairs.sql")) {
      if (file == null) {
        throw new IOException("the agreement's tables are not there");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The one account that is let in from outside. */
  record Caller(String user, String password) {
    static Caller of(String secret) {
      int colon = secret.indexOf(':');
      String user = secret.substring(0, Math.max(0, colon));
      String password = secret.substring(colon + 1);
      if (!user.matches("[a-z_]{1,30}") || !password.matches("[A-Za-z0-9_-]{16,}")) {
        throw new IllegalStateException("the secret 'civil-affairs' is not user:password");
      }
      return new Caller(user, password);
    }
  }
}
