package city.tongban.delivery.outbox;

import static city.tongban.delivery.outbox.DeliveryColumns.utc;

import city.tongban.delivery.lane.LaneMessage;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deliveries that are due to be published: their rows are the outbox. */
@Repository
public class Outbox {
  private final JdbcClient jdbc;

  public Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A message, and the row that its consumer needs. */
  public record Claimed(LaneMessage message, DeliveryRow row) {}

  /**
   * Claims what is due in a lane and gives each its next publish number, which grows before the
   * publish: the broker drops a second message with the same duplicate id in silence.
   *
   * <p>A row whose lease ended unacknowledged is due again, so a broker that comes back empty loses
   * nothing.
   *
   * @param window how many published messages of the lane may wait at once
   * @param node the publishing node, which finds its unsent claims by this name after a crash
   */
  public List<Claimed> claim(String backEnd, int window, String node, Instant now, Instant lease) {
    return jdbc.sql(
            """
            with due as (
              select case_number, sequence from delivery
              where state = 'WAITING' and back_end = :backEnd and due_at <= :now
              order by due_at
              limit greatest(0, :window - (select count(*) from delivery
                where state = 'WAITING' and published and back_end = :backEnd and due_at > :now))
              for update skip locked)
            update delivery d set publish_number = publish_number + 1, published = true, node = :node,
              due_at = :lease
            from due join hub_case c on c.number = due.case_number
            where d.case_number = due.case_number and d.sequence = due.sequence
            returning d.publish_number,
            """
                + DeliveryRow.COLUMNS)
        .param("backEnd", backEnd)
        .param("now", utc(now))
        .param("window", window)
        .param("node", node)
        .param("lease", utc(lease))
        .query(
            (row, n) ->
                new Claimed(
                    new LaneMessage(DeliveryColumns.id(row), row.getInt("publish_number")),
                    DeliveryRow.read(row)))
        .list();
  }

  /**
   * Makes due at once what was claimed and may not have reached the broker. Where it did, the next
   * publish number makes that message a stale one.
   */
  public void giveBack(List<LaneMessage> unsent, Instant due) {
    for (LaneMessage message : unsent) {
      jdbc.sql(
              """
              update delivery set due_at = ? where case_number = ? and sequence = ?
                and state = 'WAITING' and published and publish_number = ?
              """)
          .param(utc(due))
          .param(message.id().caseNumber().value())
          .param(message.id().sequence())
          .param(message.publish())
          .update();
    }
  }

  /** Makes due what a node had claimed before it died: it cannot know which messages it sent. */
  public int disown(String node, Instant now) {
    return jdbc.sql(
            "update delivery set due_at = ? where state = 'WAITING' and published and node = ?")
        .param(utc(now))
        .param(node)
        .update();
  }
}
