package city.rehearsal.simulator.department.medicalinsurance;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Decision;
import java.math.BigDecimal;

/** How the insurer decides: specification 1.4, section 6. */
final class Rules {
  private static final String RESIDENT_ID = "01";
  private static final String HONG_KONG_PERMIT = "04";
  private static final String MACAO_PERMIT = "05";
  private static final BigDecimal AMOUNT_MAX = new BigDecimal("100000");
  private static final int MONTHS_MIN = 12;

  private Rules() {}

  static Decision decide(SubmissionLine line) {
    if (line.papers().equals(RESIDENT_ID) && CitizenNumber.birth(line.idNumber()).isEmpty()) {
      return Decision.notAccepted("证件号码校验不通过");
    }
    if (!line.idNumber().startsWith(letter(line.papers()))) {
      return Decision.notAccepted("证件类型与证件号码不符");
    }
    return switch (line.business()) {
      case "YD01" -> remoteTreatment(line);
      case "CB01" ->
          line.detail1().equals("职工") ? Decision.rejected("应参加职工医保") : Decision.approved();
      case "JS01" -> settlement(line);
      default -> transfer(line);
    };
  }

  /** The letter with which the numbers of these papers begin; empty for other papers. */
  private static String letter(String papers) {
    return switch (papers) {
      case HONG_KONG_PERMIT -> "H";
      case MACAO_PERMIT -> "M";
      default -> "";
    };
  }

  private static Decision remoteTreatment(SubmissionLine line) {
    if (!line.detail2().matches("\\d{8}")
        || line.detail2().compareTo(line.time().substring(0, 8)) < 0) {
      return Decision.notAccepted("备案日期早于申请日期");
    }
    return line.detail1().startsWith("上海") ? Decision.rejected("就医地在本市") : Decision.approved();
  }

  private static Decision settlement(SubmissionLine line) {
    if (!line.detail2().matches("\\d+(\\.\\d{1,2})?")) {
      return Decision.notAccepted("金额应为数字");
    }
    return new BigDecimal(line.detail2()).compareTo(AMOUNT_MAX) > 0
        ? Decision.rejected("金额超出窗口受理范围")
        : Decision.approved();
  }

  private static Decision transfer(SubmissionLine line) {
    if (!line.detail2().matches("\\d{1,4}")) {
      return Decision.notAccepted("缴费月数应为整数");
    }
    return Integer.parseInt(line.detail2()) < MONTHS_MIN
        ? Decision.rejected("缴费不满十二个月")
        : Decision.approved();
  }
}
