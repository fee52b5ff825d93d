package city.tongban.transport;

import java.time.LocalDate;

/** Keeps which of our rows lie in a department's tables, and under which day they hold them. */
public interface StagingLedger {
  /** The business day on which a row that is written now counts. */
  LocalDate today();

  /** Their database holds that delivery's row under that day; said again it changes nothing. */
  void holds(String backEnd, String delivery, LocalDate day);
}
