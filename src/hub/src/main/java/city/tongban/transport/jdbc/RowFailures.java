package city.tongban.transport.jdbc;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.CallFailures;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Classifies the failures of writing a row. Before the commit is requested nothing is stored,
 * whatever failed; a row that the database refuses is not stored either. Only a connection that
 * breaks during the commit leaves a doubt.
 */
final class RowFailures {
  /** The department's SQL state for a day that it has counted and closed. */
  private static final String DAY_CLOSED = "EX001";

  private static final Pattern RULE = Pattern.compile("(?:constraint|column) \"([a-z0-9_]+)\"");

  private RowFailures() {}

  /** There is no connection, or the hub may not use it. */
  static HubException opening(SQLException e) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(e);
    for (Throwable cause : chain) {
      if (cause instanceof HubException known) {
        return known;
      }
    }
    String state = state(chain);
    if (state.startsWith("28") || state.equals("3D000")) {
      return CallFailures.credentialRefused("the back-end refused our credential")
          .because("its database does not take our user and password, or not from this address")
          .fix("renew the secret below hub.secrets; the lane goes on by itself")
          .causedBy(e);
    }
    if (state.equals("53300")) {
      return busy(state, e);
    }
    return unreachable(e);
  }

  /** The failure came before the commit was requested. */
  static HubException before(SQLException e) {
    String state = state(ExceptionUtils.getThrowableList(e));
    return switch (state.length() == 5 ? state.substring(0, 2) : "") {
      case "42" -> table(state, e);
      case "22", "23" -> refused(state, e);
      case "EX" -> state.equals(DAY_CLOSED) ? dayClosed(e) : refused(state, e);
      case "28" -> opening(e);
      case "55", "57", "53", "40", "25" -> stopped(e) ? unreachable(e) : busy(state, e);
      default -> unreachable(e);
    };
  }

  /** The failure came during the commit: a refusal is certain, a missing answer is not. */
  static HubException committing(SQLException e) {
    String state = state(ExceptionUtils.getThrowableList(e));
    boolean theySaidNo = state.matches("(?!57P|08|40003).{5}");
    if (theySaidNo) {
      return before(e);
    }
    return CallFailures.inDoubt("their database has not said that it keeps the row")
        .because("the line broke while it was to commit (" + name(e) + ")")
        .fix("the same row is written again; they know it by its key")
        .causedBy(e);
  }

  /**
   * The row is stored, and the ledger could not be written: the same row again will be found there.
   */
  static Outage unnoted(RuntimeException e) {
    return CallFailures.inDoubt("their database keeps the row, and ours not yet")
        .because(name(e) + " when we noted the day under which they hold it")
        .fix("the same row is written again; they know it by its key")
        .causedBy(e);
  }

  private static Fault table(String state, SQLException e) {
    return Fault.of("HUB-4050", "their database has no such table or column for us")
        .because("SQL state " + state)
        .fix("ask the back-end what it changed; correct the call or the sheet, then resend")
        .causedBy(e);
  }

  /** Without the cause: the database's message repeats the content of the row. */
  private static Fault refused(String state, SQLException e) {
    return Fault.of("HUB-4052", "their database refused the row")
        .because("SQL state " + state + rule(state, e))
        .fix("compare the row in the trail with what they allow; mend the mapping, then resend");
  }

  private static Outage dayClosed(SQLException e) {
    return Outage.of("HUB-4054", "their day is closed")
        .because("they have counted the rows of our business day already")
        .fix("it is written again under the next day; all the time: compare the two clocks")
        .causedBy(e);
  }

  private static Outage busy(String state, SQLException e) {
    return CallFailures.busy("their database asked us to wait")
        .because("SQL state " + state + ": a lock, a limit or too many connections")
        .causedBy(e);
  }

  private static Outage unreachable(SQLException e) {
    return CallFailures.unreachable("the back-end's database could not be reached")
        .because(name(e) + " before anything was committed")
        .fix("is it running, and is its address right? It is tried again")
        .causedBy(e);
  }

  /** The database is shut down, restarting or starting: that does not concern a single row. */
  private static boolean stopped(SQLException e) {
    return state(ExceptionUtils.getThrowableList(e)).startsWith("57P");
  }

  /**
   * The name of the violated rule is in the message's first line; the following lines repeat the
   * row.
   */
  private static String rule(String state, SQLException e) {
    Matcher rule = RULE.matcher(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    return state.startsWith("23") && rule.find() ? " at " + rule.group(1) : "";
  }

  /** The pool reports its own SQL state, with the server's state in the cause. */
  private static String state(List<Throwable> chain) {
    for (int i = chain.size() - 1; i >= 0; i--) {
      if (chain.get(i) instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static String name(Throwable e) {
    return ExceptionUtils.getRootCause(e).getClass().getSimpleName();
  }
}
