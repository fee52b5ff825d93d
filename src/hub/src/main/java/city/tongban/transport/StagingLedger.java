package city.tongban.transport;

import java.time.LocalDate;

/**
 * Records which of our rows are in a department's tables, and the day that they are counted under.
 */
public interface StagingLedger {
  /** The business day that a row written now is counted under. */
  LocalDate today();

  /**
   * Records that the department's database holds a delivery's row under a day; a repeat changes
   * nothing.
   */
  void holds(String backEnd, String delivery, LocalDate day);
}
