package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.office.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What public security makes of an application. */
final class Rules {
  private static final int MONTHS = 6; // Interim Regulations on Residence Permits, article 2

  /** A verdict and, for a no, its reason. */
  record Ruling(Verdict verdict, @Nullable String reason) {
    private static final Ruling YES = new Ruling(Verdict.APPROVED, null);

    private static Ruling notAccepted(String reason) {
      return new Ruling(Verdict.NOT_ACCEPTED, reason);
    }

    private static Ruling rejected(String reason) {
      return new Ruling(Verdict.REJECTED, reason);
    }
  }

  private Rules() {}

  static Ruling on(Business business, Fields fields) {
    LocalDate applied = Form.dayOf(fields.required("SQSJ"));
    return switch (business) {
      case LOSS ->
          Form.day(fields.required("DSRQ")).isAfter(applied)
              ? Ruling.notAccepted("丢失日期晚于申请日期")
              : ofCard(fields);
      case ENDORSEMENT -> ofCard(fields);
      case ISSUE -> issue(fields, applied);
      case REGISTRATION -> registration(fields, applied);
    };
  }

  private static Ruling ofCard(Fields fields) {
    return Cards.exists(fields.required("JZZBH")) ? Ruling.YES : Ruling.rejected("居住证不存在");
  }

  private static Ruling issue(Fields fields, LocalDate applied) {
    if (Form.day(fields.required("DJRQ")).plusMonths(MONTHS).isAfter(applied)) {
      return Ruling.notAccepted("居住登记未满半年");
    }
    return Integer.parseInt(fields.required("SBYS")) < MONTHS
        ? Ruling.rejected("社保缴纳不足六个月")
        : Ruling.YES;
  }

  private static Ruling registration(Fields fields, LocalDate applied) {
    if (Form.day(fields.required("RZRQ")).isAfter(applied)) {
      return Ruling.notAccepted("入住日期晚于申请日期");
    }
    return fields.required("JZDZ").startsWith("上海市") ? Ruling.YES : Ruling.rejected("地址不在本市");
  }
}
