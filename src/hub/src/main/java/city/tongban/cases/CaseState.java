package city.tongban.cases;

import java.util.EnumSet;
import java.util.Set;

/** The state of a case, with the one table of legal moves. */
public enum CaseState {
  /** 收件 */
  COLLECTED,
  /** 受理 */
  ACCEPTED,
  /** 审核中 */
  UNDER_REVIEW,
  /** 办结 */
  DECIDED,
  /** 不予受理 */
  REFUSED,
  /** 撤回 */
  WITHDRAWN;

  Set<CaseState> next() {
    return switch (this) {
      case COLLECTED -> EnumSet.of(ACCEPTED, REFUSED, WITHDRAWN);
      case ACCEPTED -> EnumSet.of(UNDER_REVIEW, WITHDRAWN);
      case UNDER_REVIEW -> EnumSet.of(DECIDED, WITHDRAWN);
      case DECIDED, REFUSED, WITHDRAWN -> EnumSet.noneOf(CaseState.class);
    };
  }

  public boolean isFinal() {
    return next().isEmpty();
  }
}
