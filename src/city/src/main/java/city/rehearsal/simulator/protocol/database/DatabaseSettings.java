package city.rehearsal.simulator.protocol.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is in an exchange database, and who may use it.
 *
 * @param name of the database
 * @param schema SQL that makes what is not there yet; {@code {hub}} stands for the hub's account
 * @param user the hub's account
 * @param password of that account
 */
public record DatabaseSettings(String name, String schema, String user, String password) {
  private static final Pattern CREDENTIAL = Pattern.compile("([a-z_]{1,30}):([A-Za-z0-9_-]{16,})");

  /**
   * The settings of a database with one account.
   *
   * @param credential {@code user:password} of the hub; its letters cannot end an SQL literal
   */
  public static DatabaseSettings of(String name, String schema, String credential) {
    Matcher parts = CREDENTIAL.matcher(credential);
    if (!parts.matches()) {
      throw new IllegalStateException("the secret of the hub's account is not user:password");
    }
    return new DatabaseSettings(name, schema, parts.group(1), parts.group(2));
  }

  String createAccount() {
    return """
    do $$ begin
      if not exists (select from pg_roles where rolname = '%s') then create role %s login; end if;
    end $$;
    alter role %s password '%s' connection limit 8;
    """
        .formatted(user, user, user, password);
  }

  String createTables() {
    return schema.replace("{hub}", user);
  }

  /** The lines of {@code pg_hba.conf}: who may connect, from where, and how they prove it. */
  String hostRules(String owner) {
    return """
    host %s %s 127.0.0.1/32 scram-sha-256
    host all %s 127.0.0.1/32 scram-sha-256
    """
        .formatted(name, user, owner);
  }
}
