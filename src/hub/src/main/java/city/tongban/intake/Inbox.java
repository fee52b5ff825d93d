package city.tongban.intake;

import city.tongban.canonical.CaseNumber;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Records each accepted message of a sender with its answer. Its primary key enforces P2: of two
 * equal messages that arrive together, the second waits for the first one's commit and is then a
 * repeat.
 */
@Repository
class Inbox {
  private final JdbcClient jdbc;

  Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The message that was accepted under an id.
   *
   * @param subject case number, and {@code /withdrawal} where the message took the case back
   */
  record Entry(String digest, String subject, String answer) {
    CaseNumber caseNumber() {
      int slash = subject.indexOf('/');
      return new CaseNumber(slash < 0 ? subject : subject.substring(0, slash));
    }
  }

  /** False when the sender has used the id for an accepted message before. */
  boolean take(
      ParsedMessage message,
      String messageId,
      String subject,
      String answer,
      OffsetDateTime receivedAt) {
    return jdbc.sql(
                """
                insert into inbox (sender, message_id, digest, subject, answer, received_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .param(message.sender().id())
            .param(messageId)
            .param(HexFormat.of().parseHex(message.digest()))
            .param(subject)
            .param(answer)
            .param(receivedAt)
            .update()
        == 1;
  }

  Optional<Entry> find(String sender, String messageId) {
    return jdbc.sql("select digest, subject, answer from inbox where sender = ? and message_id = ?")
        .param(sender)
        .param(messageId)
        .query(
            (row, n) ->
                new Entry(
                    HexFormat.of().formatHex(row.getBytes("digest")),
                    row.getString("subject"),
                    row.getString("answer")))
        .optional();
  }
}
