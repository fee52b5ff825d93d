package city.tongban.vault;

import city.tongban.canonical.Fault;
import city.tongban.canonical.StartRefused;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which keys this database was sealed with: one sealed word per key, so that a missing or wrong key
 * is found at start and not at the first case somebody opens.
 */
final class KeyVerifier {
  private static final byte[] WORD = "tongban".getBytes(StandardCharsets.US_ASCII);
  private static final String FIX =
      "put the key file of this database back; without it nothing that is stored can be read";

  private final JdbcClient jdbc;

  KeyVerifier(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends no other node that starts makes or adds keys. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('vault_key'))").query((row, n) -> n).list();
  }

  boolean none() {
    return sealed().isEmpty();
  }

  static StartRefused missingFile() {
    return new StartRefused("HUB-8095: the key file is missing and the database has cases", FIX);
  }

  /** Refuses keys that did not seal this database, and remembers new ones. */
  void check(KeyRing keys) {
    Vault vault = new Vault(keys);
    Map<Integer, byte[]> sealed = sealed();
    sealed.forEach((id, word) -> check(vault, id, word));
    for (Key key : keys.all()) {
      if (!sealed.containsKey(key.id())) {
        jdbc.sql("insert into vault_key (id, word) values (?, ?) on conflict do nothing")
            .param(key.id())
            .param(vault.seal(place(key.id()), WORD, key))
            .update();
      }
    }
  }

  private static void check(Vault vault, int id, byte[] word) {
    try {
      vault.open(place(id), word);
    } catch (Fault e) {
      throw new StartRefused(
          "HUB-8095: key %d of the key file is not the one that sealed this database".formatted(id),
          FIX);
    }
  }

  private Map<Integer, byte[]> sealed() {
    Map<Integer, byte[]> words = new HashMap<>();
    jdbc.sql("select id, word from vault_key")
        .query((RowCallbackHandler) row -> words.put(row.getInt("id"), row.getBytes("word")));
    return words;
  }

  private static EncryptionContext place(int id) {
    return new EncryptionContext("vault_key", "word", String.valueOf(id));
  }
}
