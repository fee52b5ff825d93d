package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.ApplicationStatus;

/** The housing administration's words for where a filing stands: contract 2.3, appendix A. */
final class Words {
  private Words() {}

  static String state(ApplicationStatus status) {
    return switch (status) {
      case OPEN -> "YSL";
      case UNDER_REVIEW -> "SHZ";
      case APPROVED, REJECTED, TOO_LATE -> "BJ";
      case NOT_ACCEPTED -> "BSL";
      case WITHDRAWN -> "YCX";
    };
  }

  static String outcome(ApplicationStatus status) {
    return status == ApplicationStatus.APPROVED ? "PZ" : "BYPZ";
  }
}
