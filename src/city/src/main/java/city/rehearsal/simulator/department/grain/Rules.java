package city.rehearsal.simulator.department.grain;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Decision;
import java.math.BigDecimal;

/** How the grain bureau decides: agreement of March 2018, annex 3. */
final class Rules {
  private static final String RESIDENT_ID = "身份证";
  private static final BigDecimal KILOGRAMS_MAX = new BigDecimal("50");

  /** What a decision depends on. */
  record Application(
      String business,
      String papers,
      String idNumber,
      String time,
      String detail1,
      String detail2) {}

  private Rules() {}

  static Decision decide(Application a) {
    if (a.papers().equals(RESIDENT_ID) && CitizenNumber.birth(a.idNumber()).isEmpty()) {
      return Decision.notAccepted("证件号码校验不通过");
    }
    return switch (a.business()) {
      case "FS01" -> card(a);
      case "LP02" -> quota(a);
      default -> visit(a);
    };
  }

  private static Decision card(Application a) {
    if (!a.detail2().matches("62\\d{14,17}")) {
      return Decision.notAccepted("银行卡号应为62开头的16至19位数字");
    }
    return a.detail1().contains("银行")
        ? Decision.approved()
        : Decision.rejected("不支持的开户银行," + a.detail1());
  }

  private static Decision quota(Application a) {
    if (!a.detail2().matches("\\d+(\\.\\d{1,2})?")) {
      return Decision.notAccepted("数量应为数字");
    }
    return new BigDecimal(a.detail2()).compareTo(KILOGRAMS_MAX) > 0
        ? Decision.rejected("超出每户定量")
        : Decision.approved();
  }

  private static Decision visit(Application a) {
    String today = a.time().substring(0, 10).replace("/", "");
    return a.detail2().matches("\\d{8}") && a.detail2().compareTo(today) >= 0
        ? Decision.approved()
        : Decision.notAccepted("走访日期早于申请日期");
  }
}
