package city.tongban.notice;

import city.tongban.vault.EncryptionContext;
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
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes {@code notice}, and {@code notice_receiver}, whose row lock keeps the numbers of
 * a receiver without gaps.
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
   * One statement: takes the next numbers under the receiver's row, writes the notices in their
   * order, and makes the receiver's webhook due where it has one.
   *
   * @return whether it has one
   */
  boolean insert(String receiver, List<Notice> notices, Instant madeAt, Instant wall) {
    return jdbc.sql(
            """
            with taken as (
              insert into notice_receiver (receiver, last) values (:receiver, :count)
              on conflict (receiver) do update set last = notice_receiver.last + :count
              returning last),
            hook as (
              update web_hook set last = taken.last,
                due_at = case when state = 'ACTIVE' then coalesce(due_at, :wall) end
              from taken where web_hook.receiver = :receiver returning web_hook.receiver),
            written as (
              insert into notice (receiver, number, id, case_number, event, body, made_at)
              select :receiver, taken.last - :count + new.nth, new.id, new.case_number, new.event, new.body, :at
              from taken, unnest(:ids, :cases, :events, :bodies)
                with ordinality as new (id, case_number, event, body, nth))
            select exists (select from hook)
            """)
        .param("receiver", receiver)
        .param("count", notices.size())
        .param("ids", texts(notices, Notice::id))
        .param("cases", texts(notices, Notice::caseNumber))
        .param("events", texts(notices, Notice::event))
        .param("bodies", notices.stream().map(this::sealed).toArray(byte[][]::new))
        .param("at", madeAt.atOffset(ZoneOffset.UTC))
        .param("wall", wall.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  List<Notice> after(String receiver, long number, int limit) {
    return jdbc.sql(
            "select number, id, body from notice where receiver = ? and number > ? order by number"
                + " limit ?")
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

  private static EncryptionContext body(String id) {
    return new EncryptionContext("notice", "body", id);
  }

  private byte[] sealed(Notice notice) {
    return vault.seal(body(notice.id()), write(notice));
  }

  private static String[] texts(List<Notice> notices, Function<Notice, String> of) {
    return notices.stream().map(of).toArray(String[]::new);
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
