package city.tongban.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.jboss.byteman.rule.Rule;
import org.jboss.byteman.rule.helper.Helper;

/** The conditions and actions of the rules under {@code byteman/}, which break a hub on purpose. */
public class BytemanFaults extends Helper {
  /**
   * Only a delivery that an attempt holds: one that has joined a batch still goes with its file.
   */
  private static final String MARK =
      """
      update delivery set state = 'SENT'
      where case_number || '/' || sequence = ? and state = 'SENDING' and node is not null
        and kind = 'APPLY'
      """;

  public BytemanFaults(Rule rule) {
    super(rule);
  }

  /** Whether a method of the class is on the call stack. */
  public boolean calledFrom(String name) {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(name)));
  }

  /** Adds one to the counter; true when the count lies between the two. */
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
