package city.rehearsal.simulator.department.housing;

import city.rehearsal.simulator.core.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the housing administration decides about a filing: contract 2.3, section 6. */
final class Rules {
  private static final int YEARS_MAX = 20; // Contract Law, article 214
  private static final BigDecimal RENT_MAX = new BigDecimal("50000");
  private static final BigDecimal AREA_PER_HEAD_MAX = new BigDecimal("15");

  private Rules() {}

  static Decision lease(BigDecimal monthlyRent, LocalDate from, LocalDate to) {
    if (!to.isAfter(from)) {
      return Decision.notAccepted("租赁终止日期不晚于起始日期");
    }
    if (to.isAfter(from.plusYears(YEARS_MAX))) {
      return Decision.notAccepted("租赁期限超过二十年");
    }
    return monthlyRent.compareTo(RENT_MAX) > 0
        ? Decision.rejected("租金超出备案范围")
        : Decision.approved();
  }

  static Decision security(int household, BigDecimal floorArea) {
    if (household == 0) {
      return Decision.notAccepted("家庭人口数为零");
    }
    BigDecimal allowed = AREA_PER_HEAD_MAX.multiply(BigDecimal.valueOf(household));
    return floorArea.compareTo(allowed) > 0 ? Decision.rejected("人均住房面积超过标准") : Decision.approved();
  }
}
