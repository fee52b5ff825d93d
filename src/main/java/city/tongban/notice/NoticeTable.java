package city.tongban.notice;

import city.tongban.vault.Place;
import city.tongban.vault.Vault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of {@code notice}, and of {@code notice_receiver}, whose lock keeps the numbers without
 * gaps.
 */
@Repository
class NoticeTable {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Vault vault;

  NoticeTable(JdbcClient jdbc, ObjectMapper json, Vault vault) {
    this.jdbc = jdbc;
    this.json = json;
    this.vault = vault;
  }

  /**
   * One statement: takes the next number under the receiver's row, writes the notice, and makes the
   * receiver's web-hook due where it has one.
   *
   * @return whether it has one
   */
  boolean insert(String receiver, Notice notice, Instant madeAt, Instant wall) {
    return jdbc.sql(
            """
            with next as (
              insert into notice_receiver (receiver, last) values (:receiver, 1)
              on conflict (receiver) do update set last = notice_receiver.last + 1
              returning last),
            hook as (
              update web_hook set last = next.last,
                due_at = case when state = 'ACTIVE' then coalesce(due_at, :wall) end
              from next where web_hook.receiver = :receiver returning web_hook.receiver)
            insert into notice (receiver, number, id, case_number, event, body, made_at)
            select :receiver, last, :id, :case, :event, :body, :at from next
            returning exists (select from hook)
            """)
        .param("receiver", receiver)
        .param("id", notice.id())
        .param("case", notice.caseNumber())
        .param("event", notice.event())
        .param("body", vault.seal(body(notice.id()), write(notice)))
        .param("at", madeAt.atOffset(ZoneOffset.UTC))
        .param("wall", wall.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  List<Notice> after(String receiver, long number, int limit) {
    return jdbc.sql(
            "select number, id, body from notice where receiver = ? and number > ? order by number limit ?")
        .param(receiver)
        .param(number)
        .param(limit)
        .query(
            (row, n) ->
                read(vault.open(body(row.getString("id")), row.getBytes("body")))
                    .numbered(row.getLong("number")))
        .list();
  }

  /** The last number of each receiver; one that never had a notice is absent. */
  Map<String, Long> last(Collection<String> receivers) {
    Map<String, Long> last = new HashMap<>();
    jdbc.sql("select receiver, last from notice_receiver where receiver in (:receivers)")
        .param("receivers", receivers)
        .query(
            (RowCallbackHandler) row -> last.put(row.getString("receiver"), row.getLong("last")));
    return last;
  }

  private static Place body(String id) {
    return new Place("notice", "body", id);
  }

  private byte[] write(Notice notice) {
    try {
      return json.writeValueAsBytes(notice);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Notice read(byte[] body) {
    try {
      return json.readValue(body, Notice.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
