package city.tongban.cases;

import city.tongban.canonical.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something that the case's centres must hear; {@code notice} listens.
 *
 * @param event {@code city.tongban.case.decided}, {@code city.tongban.delivery.parked} …
 * @param problem why a delivery stands still, when it does
 */
public record NoticeRequested(CaseView about, String event, @Nullable Problem problem) {}
