package city.rehearsal.simulator.grain;

import city.rehearsal.simulator.office.CitizenNumber;
import city.rehearsal.simulator.office.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the grain bureau makes of an application: agreement of March 2018, annex 3. */
final class Rules {
  private static final String RESIDENT_ID = "身份证";
  private static final BigDecimal KILOGRAMS_MAX = new BigDecimal("50");

  /** What a ruling looks at. */
  record Application(
      String business,
      String papers,
      String idNumber,
      String time,
      String detail1,
      String detail2) {}

  /** A verdict and, for a no, its reason. */
  record Ruling(Verdict verdict, @Nullable String reason) {
    private static final Ruling YES = new Ruling(Verdict.APPROVED, null);
  }

  private Rules() {}

  static Ruling on(Application a) {
    if (a.papers().equals(RESIDENT_ID) && CitizenNumber.birth(a.idNumber()).isEmpty()) {
      return notAccepted("证件号码校验不通过");
    }
    return switch (a.business()) {
      case "FS01" -> card(a);
      case "LP02" -> quota(a);
      default -> visit(a);
    };
  }

  private static Ruling card(Application a) {
    if (!a.detail2().matches("62\\d{14,17}")) {
      return notAccepted("银行卡号应为62开头的16至19位数字");
    }
    return a.detail1().contains("银行") ? Ruling.YES : rejected("不支持的开户银行," + a.detail1());
  }

  private static Ruling quota(Application a) {
    if (!a.detail2().matches("\\d+(\\.\\d{1,2})?")) {
      return notAccepted("数量应为数字");
    }
    return new BigDecimal(a.detail2()).compareTo(KILOGRAMS_MAX) > 0
        ? rejected("超出每户定量")
        : Ruling.YES;
  }

  private static Ruling visit(Application a) {
    String today = a.time().substring(0, 10).replace("/", "");
    return a.detail2().matches("\\d{8}") && a.detail2().compareTo(today) >= 0
        ? Ruling.YES
        : notAccepted("走访日期早于申请日期");
  }

  private static Ruling notAccepted(String reason) {
    return new Ruling(Verdict.NOT_ACCEPTED, reason);
  }

  private static Ruling rejected(String reason) {
    return new Ruling(Verdict.REJECTED, reason);
  }
}
