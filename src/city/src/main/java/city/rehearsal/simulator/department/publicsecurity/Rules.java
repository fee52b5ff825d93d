package city.rehearsal.simulator.department.publicsecurity;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Fields;
import city.rehearsal.simulator.core.Formats;
import java.time.LocalDate;

/** What public security decides about an application. */
final class Rules {
  private static final int MONTHS = 6; // Interim Regulations on Residence Permits, article 2

  private Rules() {}

  static Decision decide(Business business, Fields fields) {
    LocalDate applied = Formats.dayOfTime(fields.required("SQSJ"));
    return switch (business) {
      case LOSS ->
          Formats.day(fields.required("DSRQ")).isAfter(applied)
              ? Decision.notAccepted("丢失日期晚于申请日期")
              : ofCard(fields);
      case ENDORSEMENT -> ofCard(fields);
      case ISSUE -> issue(fields, applied);
      case REGISTRATION -> registration(fields, applied);
    };
  }

  private static Decision ofCard(Fields fields) {
    return CardNumber.exists(fields.required("JZZBH"))
        ? Decision.approved()
        : Decision.rejected("居住证不存在");
  }

  private static Decision issue(Fields fields, LocalDate applied) {
    if (Formats.day(fields.required("DJRQ")).plusMonths(MONTHS).isAfter(applied)) {
      return Decision.notAccepted("居住登记未满半年");
    }
    return Integer.parseInt(fields.required("SBYS")) < MONTHS
        ? Decision.rejected("社保缴纳不足六个月")
        : Decision.approved();
  }

  private static Decision registration(Fields fields, LocalDate applied) {
    if (Formats.day(fields.required("RZRQ")).isAfter(applied)) {
      return Decision.notAccepted("入住日期晚于申请日期");
    }
    return fields.required("JZDZ").startsWith("上海市")
        ? Decision.approved()
        : Decision.rejected("地址不在本市");
  }
}
