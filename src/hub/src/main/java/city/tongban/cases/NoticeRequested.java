package city.tongban.cases;

import city.tongban.canonical.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An event that the case's centres must be notified of; {@code notice} listens.
 *
 * @param event {@code city.tongban.case.decided}, {@code city.tongban.delivery.parked} …
 * @param problem why a delivery is parked, when it is
 */
public record NoticeRequested(CaseView about, String event, @Nullable Problem problem) {}
