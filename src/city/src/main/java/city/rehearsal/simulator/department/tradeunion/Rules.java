package city.rehearsal.simulator.department.tradeunion;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.JsonForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;

/** What the union asks for each service, and how it decides: agreement 2.1, appendix B. */
final class Rules {
  private static final BigDecimal INCOME_PER_HEAD_MAX = new BigDecimal("30000");
  private static final BigDecimal DAYS_MAX = new BigDecimal("15");
  private static final BigDecimal CLAIM_MAX = new BigDecimal("500000");
  private static final int ADMITTED_SINCE = 2018;
  private static final Predicate<String> YEAR = Formats.matching("\\d{4}");

  private Rules() {}

  static Decision decide(String service, JsonForm details, JsonForm application)
      throws FormatException {
    return switch (service) {
      case "KNBF" -> hardship(details);
      case "RHSQ" -> membership(details);
      case "LXY" -> recuperation(details);
      case "FLYZ" -> legalAid(details);
      case "JXZX" -> schooling(details);
      default -> throw application.wrong("service", "不在服务目录内");
    };
  }

  private static Decision hardship(JsonForm details) throws FormatException {
    BigDecimal household = details.amount("household");
    BigDecimal income = details.amount("income");
    if (household.signum() == 0) {
      return Decision.notAccepted("家庭人口数为零");
    }
    return income.divide(household, 2, RoundingMode.HALF_UP).compareTo(INCOME_PER_HEAD_MAX) > 0
        ? Decision.rejected("人均收入超过帮扶标准")
        : Decision.approved();
  }

  private static Decision membership(JsonForm details) throws FormatException {
    String employer = details.text("employer", 150);
    try {
      if (LocalDate.parse(details.text("joinedOn", 10)).getYear() < 1949) {
        return Decision.notAccepted("参加工作日期有误");
      }
    } catch (DateTimeException e) {
      throw details.wrong("joinedOn", "应为日期");
    }
    return employer.contains("劳务派遣") ? Decision.rejected("应由派遣单位工会办理") : Decision.approved();
  }

  private static Decision recuperation(JsonForm details) throws FormatException {
    details.text("destination", 150);
    BigDecimal days = details.amount("days");
    if (days.signum() == 0) {
      return Decision.notAccepted("疗休养天数为零");
    }
    return days.compareTo(DAYS_MAX) > 0 ? Decision.rejected("超过规定天数") : Decision.approved();
  }

  private static Decision legalAid(JsonForm details) throws FormatException {
    details.text("employer", 150);
    BigDecimal claim = details.amount("claim");
    if (claim.signum() == 0) {
      return Decision.notAccepted("没有标的金额");
    }
    return claim.compareTo(CLAIM_MAX) > 0 ? Decision.rejected("超出法律援助范围") : Decision.approved();
  }

  private static Decision schooling(JsonForm details) throws FormatException {
    details.text("school", 150);
    int year = Integer.parseInt(details.text("admitted", YEAR));
    return year < ADMITTED_SINCE ? Decision.rejected("非当年入学") : Decision.approved();
  }
}
