package city.tongban.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Says where an application belongs. {@code routing} answers; cases only asks. */
public interface Router {

  /** Refuses (HUB-3xxx) what no connector carries or what only another centre may take. */
  Route route(Application application);

  /** The same for a question, which is answered at the counter; refuses what is none. */
  Route ask(Application application);

  /**
   * Where an application goes.
   *
   * @param district 6-digit code of the collecting centre's district; begins the case number
   * @param deadline last day for the decision; null while the calendar of that year is not loaded
   *     (PENDING CALENDAR)
   */
  record Route(String backEnd, String homeCentre, String district, @Nullable LocalDate deadline) {}
}
