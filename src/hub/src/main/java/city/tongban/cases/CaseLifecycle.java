package city.tongban.cases;

import static city.tongban.cases.CaseState.ACCEPTED;
import static city.tongban.cases.CaseState.COLLECTED;
import static city.tongban.cases.CaseState.DECIDED;
import static city.tongban.cases.CaseState.REFUSED;
import static city.tongban.cases.CaseState.UNDER_REVIEW;
import static city.tongban.cases.CaseState.WITHDRAWN;

import city.tongban.canonical.Answer.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the moves that follow from a case's state and a department's answer; changes nothing.
 *
 * <p>A department may answer "decided" without "accepted" before. The case then passes through the
 * states between, one move each, so that every receiver gets the same sequence. An answer that
 * would move a case backwards or out of a final state moves nothing: answers arrive twice and out
 * of order.
 */
final class CaseLifecycle {
  private static final List<CaseState> ROAD = List.of(COLLECTED, ACCEPTED, UNDER_REVIEW, DECIDED);

  private CaseLifecycle() {}

  /** The states to pass through, the final one last; empty when nothing moves. */
  static List<CaseState> after(CaseState state, Outcome said) {
    return switch (said) {
      case ACCEPTED -> along(state, ACCEPTED);
      case UNDER_REVIEW -> along(state, UNDER_REVIEW);
      case APPROVED, REJECTED -> along(state, DECIDED);
      case NOT_ACCEPTED -> jump(state, REFUSED);
      case WITHDRAWN -> jump(state, WITHDRAWN);
      case TOO_LATE, UNKNOWN, BUSY, FOUND, NOT_FOUND -> List.of();
    };
  }

  private static List<CaseState> along(CaseState state, CaseState to) {
    int from = ROAD.indexOf(state);
    int until = ROAD.indexOf(to);
    return from < 0 || until <= from
        ? List.of()
        : new ArrayList<>(ROAD.subList(from + 1, until + 1));
  }

  private static List<CaseState> jump(CaseState state, CaseState to) {
    return state.next().contains(to) ? List.of(to) : List.of();
  }
}
