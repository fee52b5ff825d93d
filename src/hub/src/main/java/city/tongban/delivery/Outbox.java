package city.tongban.delivery;

import static city.tongban.delivery.DeliveryTable.utc;

import city.tongban.canonical.DeliveryId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is due to be published: the deliveries themselves are the outbox. */
@Repository
class Outbox {
  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One message to a lane. */
  record Publish(DeliveryId id, int number) {}

  /** A message, and the row that its consumer will need. */
  record Claimed(Publish publish, AttemptTable.Row row) {}

  /**
   * Claims what is due in a lane and gives each its next publish number, which grows before the
   * publish: the broker drops a second message with the same duplicate id in silence.
   *
   * <p>A row whose lease ended unacknowledged is due again, so a broker that comes back empty loses
   * nothing.
   *
   * @param window how many messages of the lane may be on their way at once
   * @param node who publishes, so that it can find again what it did not get to send
   */
  List<Claimed> claim(String backEnd, int window, String node, Instant now, Instant lease) {
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
                + AttemptTable.COLUMNS)
        .param("backEnd", backEnd)
        .param("now", utc(now))
        .param("window", window)
        .param("node", node)
        .param("lease", utc(lease))
        .query(
            (row, n) ->
                new Claimed(
                    new Publish(DeliveryTable.id(row, n), row.getInt("publish_number")),
                    AttemptTable.row(row, n)))
        .list();
  }

  /**
   * Makes due at once what was claimed and may not have reached the broker. Where it did, the next
   * publish number makes that message a stale one.
   */
  void giveBack(List<Publish> unsent, Instant due) {
    for (Publish publish : unsent) {
      jdbc.sql(
              """
              update delivery set due_at = ? where case_number = ? and sequence = ?
                and state = 'WAITING' and published and publish_number = ?
              """)
          .param(utc(due))
          .param(publish.id().caseNumber().value())
          .param(publish.id().sequence())
          .param(publish.number())
          .update();
    }
  }

  /**
   * A node that starts cannot know which of its claims it got to send before it died; all are due.
   */
  int disown(String node, Instant now) {
    return jdbc.sql(
            "update delivery set due_at = ? where state = 'WAITING' and published and node = ?")
        .param(utc(now))
        .param(node)
        .update();
  }
}
