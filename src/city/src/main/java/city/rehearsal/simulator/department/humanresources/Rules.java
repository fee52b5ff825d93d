package city.rehearsal.simulator.department.humanresources;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Formats;
import java.time.LocalDate;

/** What human resources decide about an application. */
final class Rules {
  private static final int WORKING_AGE = 16; // Labour Law, article 15
  private static final int MONTHS_MIN = 12; // Social Insurance Law, article 45

  private Rules() {}

  static Decision decide(Transaction transaction, RootMessage message) {
    return switch (transaction) {
      case RS0110 -> isOfWorkingAge(message) ? Decision.approved() : Decision.notAccepted("未满十六周岁");
      case RS0112 ->
          Integer.parseInt(message.required("AAE201")) < MONTHS_MIN
              ? Decision.rejected("缴费不满十二个月")
              : Decision.approved();
      default -> Decision.approved();
    };
  }

  /** On the day of the application; unknown for documents without a date of birth. */
  private static boolean isOfWorkingAge(RootMessage message) {
    LocalDate day = Formats.dayOfTime(message.required("SQSJ"));
    return CitizenNumber.birth(message.required("AAC002"))
        .map(birth -> !birth.plusYears(WORKING_AGE).isAfter(day))
        .orElse(true);
  }
}
