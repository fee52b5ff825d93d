package city.tongban.result;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.Sha256;
import city.tongban.clock.BusinessClock;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Records each department message once (P2); the row and the message's effect are one transaction.
 */
@Repository
class ResultInbox {
  private final JdbcClient jdbc;
  private final BusinessClock clock;

  ResultInbox(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The identity of a message: the department's id where there is one, else the digest of its
   * bytes.
   */
  record Key(String sender, String messageId, String digest) {
    static Key of(String backEnd, @Nullable String theirMessageId, byte[] body) {
      String digest = Sha256.hex(body);
      return new Key(backEnd, theirMessageId == null ? "sha256:" + digest : theirMessageId, digest);
    }
  }

  /** False when the message was processed before; refuses the same id with other content. */
  boolean first(Key key, DeliveryId subject) {
    byte[] digest = HexFormat.of().parseHex(key.digest());
    int inserted =
        jdbc.sql(
                """
                insert into inbox (sender, message_id, digest, subject, answer, received_at)
                values (?, ?, ?, ?, '', ?) on conflict do nothing
                """)
            .param(key.sender())
            .param(key.messageId())
            .param(digest)
            .param(subject.toString())
            .param(clock.business().atOffset(ZoneOffset.UTC))
            .update();
    if (inserted == 0) {
      refuseOtherContent(key, digest);
    }
    return inserted == 1;
  }

  private void refuseOtherContent(Key key, byte[] digest) {
    byte[] before =
        jdbc.sql("select digest from inbox where sender = ? and message_id = ?")
            .param(key.sender())
            .param(key.messageId())
            .query(byte[].class)
            .single();
    if (!MessageDigest.isEqual(before, digest)) {
      throw Refusal.of("HUB-5003", "a result with this id and other content was taken before")
          .because("the digest of the content differs from the first message's")
          .fix("give each message an id of its own");
    }
  }
}
