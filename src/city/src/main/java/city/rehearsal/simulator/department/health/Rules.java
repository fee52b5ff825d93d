package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.Decision;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What the bureau asks for each service, and how it decides: agreement 1.3, appendix B. */
final class Rules {
  private static final LocalDate CERTIFICATES_SINCE = LocalDate.of(1996, 1, 1);
  private static final LocalDate ONE_CHILD_SINCE = LocalDate.of(1980, 9, 25);
  private static final LocalDate ONE_CHILD_UNTIL = LocalDate.of(2015, 12, 31);
  private static final int RECORD_YEARS = 14;
  private static final int REFUNDED_TIMES = 3;
  private static final Pattern CERTIFICATE = Pattern.compile("[A-Z]{2}\\d{8}");
  private static final Pattern BANK_CARD = Pattern.compile("\\d{16,19}");
  private static final Pattern RECORD = Pattern.compile("\\d{18}");
  private static final Pattern MILLILITRES = Pattern.compile("\\d{1,6}");

  private Rules() {}

  static Decision decide(String service, Segment form, LocalDate applied) throws Hl7Exception {
    return switch (service + form.name()) {
      case "JSJLZJL" -> reward(form, applied);
      case "XXBXZXX" -> blood(form);
      case "CSZMZCS" -> birth(form, applied);
      case "YMZJZYM" -> vaccination(form, applied);
      default -> throw new Hl7Exception("103^Table value not found", "OBR-4: 不在服务目录内");
    };
  }

  private static Decision reward(Segment form, LocalDate applied) throws Hl7Exception {
    form.text(1, CERTIFICATE);
    LocalDate born = form.day(2);
    form.text(3, BANK_CARD);
    if (born.isAfter(applied)) {
      return Decision.notAccepted("子女出生日期晚于申请日期");
    }
    return born.isBefore(ONE_CHILD_SINCE) || born.isAfter(ONE_CHILD_UNTIL)
        ? Decision.rejected("子女出生日期不在奖励范围内")
        : Decision.approved();
  }

  private static Decision blood(Segment form) throws Hl7Exception {
    int donated = Integer.parseInt(form.text(1, MILLILITRES));
    int used = Integer.parseInt(form.text(2, MILLILITRES));
    form.text(3, 150);
    if (donated == 0) {
      return Decision.notAccepted("无献血记录");
    }
    return used > donated * REFUNDED_TIMES ? Decision.rejected("超过可报销用血量") : Decision.approved();
  }

  private static Decision birth(Segment form, LocalDate applied) throws Hl7Exception {
    form.person(1, 1);
    LocalDate born = form.day(2);
    form.text(3, 150);
    if (born.isAfter(applied)) {
      return Decision.notAccepted("出生日期晚于申请日期");
    }
    return born.isBefore(CERTIFICATES_SINCE)
        ? Decision.rejected("1996年以前出生，无出生医学证明")
        : Decision.approved();
  }

  private static Decision vaccination(Segment form, LocalDate applied) throws Hl7Exception {
    form.person(1, 1);
    LocalDate born = form.day(2);
    form.text(3, RECORD);
    if (born.isAfter(applied)) {
      return Decision.notAccepted("出生日期晚于申请日期");
    }
    return born.plusYears(RECORD_YEARS).isBefore(applied)
        ? Decision.rejected("超过预防接种档案管理年龄")
        : Decision.approved();
  }
}
