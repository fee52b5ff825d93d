package city.tongban.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.jboss.byteman.rule.Rule;
import org.jboss.byteman.rule.helper.Helper;

/** What the rules under {@code byteman/} can do inside a hub that they break on purpose. */
public class Saboteur extends Helper {
  /**
   * One that an attempt holds: what has joined a batch still goes with its file, and is not lost.
   */
  /** One that an attempt holds: what has joined a batch goes with its file all the same. */
  private static final String MARK =
      """
      update delivery set state = 'SENT'
      where case_number || '/' || sequence = ? and state = 'SENDING' and node is not null
        and kind = 'APPLY'
      """;

  public Saboteur(Rule rule) {
    super(rule);
  }

  /** Whether the class stands among the callers. */
  public boolean calledFrom(String name) {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(name)));
  }

  /** Counts, and says whether the count lies between the two. */
  public boolean within(String counter, int from, int to) {
    int count = incrementCounter(counter);
    return from <= count && count <= to;
  }

  /**
   * Marks the delivery of the exchange as sent, in a commit of its own; false when it is not about
   * to be sent.
   */
  public boolean markSent(Exchange exchange) throws SQLException {
    DataSource database = exchange.getContext().getRegistry().findSingleByType(DataSource.class);
    try (Connection connection = database.getConnection();
        PreparedStatement mark = connection.prepareStatement(MARK)) {
      mark.setString(1, exchange.getMessage().getHeader("HubDelivery", String.class));
      return mark.executeUpdate() == 1;
    }
  }
}
