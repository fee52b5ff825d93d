package city.tongban.notice;

import static city.tongban.notice.WebhookTable.utc;

import city.tongban.vault.EncryptionContext;
import city.tongban.vault.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code web_hook_secret}. The hub generates every secret. */
@Repository
class WebhookSecrets {
  private static final int SECRET_BYTES = 32;
  private static final int KEY_ID_BYTES = 4;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /**
   * Makes a secret; the previous one signs beside it until {@code overlap}, older ones are deleted.
   */
  WebhookKey make(String receiver, Instant now, Instant overlap) {
    jdbc.sql("delete from web_hook_secret where receiver = ? and ends_at is not null")
        .param(receiver)
        .update();
    jdbc.sql("update web_hook_secret set ends_at = ? where receiver = ?")
        .param(utc(overlap))
        .param(receiver)
        .update();
    WebhookKey key =
        new WebhookKey(HexFormat.of().formatHex(fresh(KEY_ID_BYTES)), fresh(SECRET_BYTES));
    jdbc.sql("insert into web_hook_secret (receiver, key_id, secret, made_at) values (?, ?, ?, ?)")
        .param(receiver)
        .param(key.id())
        .param(vault.seal(place(receiver, key.id()), key.secret()))
        .param(utc(now))
        .update();
    return key;
  }

  /** The secrets that sign now, the newest first. */
  List<WebhookKey> of(String receiver, Instant now) {
    return jdbc.sql(
            """
            select key_id, secret from web_hook_secret where receiver = ? and (ends_at is null or ends_at > ?)
            order by made_at desc
            """)
        .param(receiver)
        .param(utc(now))
        .query(
            (row, n) -> {
              String id = row.getString("key_id");
              return new WebhookKey(id, vault.open(place(receiver, id), row.getBytes("secret")));
            })
        .list();
  }

  private static EncryptionContext place(String receiver, String keyId) {
    return new EncryptionContext("web_hook_secret", "secret", receiver + "/" + keyId);
  }

  private byte[] fresh(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
