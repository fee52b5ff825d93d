package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.office.Verdict;

/** The housing administration's words for where a filing stands: contract 2.3, appendix A. */
final class Words {
  private Words() {}

  static String state(Verdict verdict) {
    return switch (verdict) {
      case OPEN -> "YSL";
      case UNDER_REVIEW -> "SHZ";
      case APPROVED, REJECTED, TOO_LATE -> "BJ";
      case NOT_ACCEPTED -> "BSL";
      case WITHDRAWN -> "YCX";
    };
  }

  static String outcome(Verdict verdict) {
    return verdict == Verdict.APPROVED ? "PZ" : "BYPZ";
  }
}
