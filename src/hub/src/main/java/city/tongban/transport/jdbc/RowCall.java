package city.tongban.transport.jdbc;

import city.tongban.transport.TransportCall;
import org.apache.camel.Message;

/**
 * Writes one row into a table of the department; the call is the table's name. It is complete when
 * the department's database has committed.
 */
public final class RowCall extends TransportCall {
  static final String TABLE = "HubTable";

  @Override
  protected void address(Message message, String table) {
    message.setHeader(TABLE, table);
  }

  @Override
  protected Answered answered(Message answer, long began) {
    return new Answered(0, null, new byte[0]);
  }
}
