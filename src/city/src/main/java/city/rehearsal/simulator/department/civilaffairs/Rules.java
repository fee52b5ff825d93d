package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.function.Predicate;

/** What the department asks for each matter, and how it decides: agreement 3.0, appendix B. */
final class Rules {
  /** Yuan a month for each head of a household, the year 2018. */
  private static final BigDecimal SUBSISTENCE = new BigDecimal("1070");

  private static final BigDecimal LOW_INCOME = new BigDecimal("2140");
  private static final int SENIOR_YEARS = 65;
  private static final Predicate<String> BANK_CARD = Formats.matching("\\d{16,19}");

  private Rules() {}

  static Decision decide(Row row) throws FormatException {
    return switch (row.text("matter")) {
      case "JLK" -> seniorCard(row);
      case "DBZM" -> household(row, SUBSISTENCE, BigDecimal.ZERO, "人均月收入超过低保标准");
      case "DSRZM" -> household(row, LOW_INCOME, BigDecimal.ZERO, "人均月收入超过低收入困难家庭标准");
      case "YBZM" -> illness(row);
      default -> throw new FormatException("matter: 不在事项目录内");
    };
  }

  private static Decision seniorCard(Row row) throws FormatException {
    row.text("card_address");
    row.text("bank_card", BANK_CARD);
    if (!row.text("id_type").equals(Row.RESIDENT)) {
      return Decision.notAccepted("须持居民身份证办理");
    }
    Optional<LocalDate> born = CitizenNumber.birth(row.text("id_no"));
    return born.isPresent() && years(born.get(), row) >= SENIOR_YEARS
        ? Decision.approved()
        : Decision.rejected("未满65周岁");
  }

  private static int years(LocalDate born, Row row) throws FormatException {
    try {
      return Period.between(born, LocalDate.parse(row.text("applied_on"))).getYears();
    } catch (DateTimeException e) {
      throw new FormatException("applied_on: 应为日期");
    }
  }

  private static Decision illness(Row row) throws FormatException {
    row.text("illness");
    BigDecimal cost = row.number("medical_cost");
    return cost.signum() == 0
        ? Decision.notAccepted("没有医疗支出")
        : household(row, LOW_INCOME, cost, "扣除医疗支出后人均月收入超过标准");
  }

  private static Decision household(Row row, BigDecimal max, BigDecimal cost, String tooMuch)
      throws FormatException {
    row.text("purpose");
    BigDecimal heads = row.number("family_size");
    BigDecimal left = row.number("month_income").subtract(cost);
    if (heads.signum() <= 0) {
      return Decision.notAccepted("家庭人口数为零");
    }
    return left.divide(heads, 2, RoundingMode.HALF_UP).compareTo(max) > 0
        ? Decision.rejected(tooMuch)
        : Decision.approved();
  }
}
