package city.tongban.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the back-end, home centre and deadline of an application. Implemented by {@code routing}.
 */
public interface Router {

  /**
   * The route of an application; refuses (HUB-3xxx) an item that no connector offers, or that only
   * another centre may collect.
   */
  Route route(Application application);

  /**
   * The route of a question, which is answered at the counter; refuses an item that is not a
   * question.
   */
  Route ask(Application application);

  /**
   * The destination of an application.
   *
   * @param district 6-digit code of the collecting centre's district; begins the case number
   * @param deadline last day for the decision; null while the calendar of that year is not loaded
   *     (PENDING CALENDAR)
   */
  record Route(String backEnd, String homeCentre, String district, @Nullable LocalDate deadline) {}
}
