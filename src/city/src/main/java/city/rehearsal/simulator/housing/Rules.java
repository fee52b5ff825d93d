package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.housing.Filing.Lease;
import city.rehearsal.simulator.housing.Filing.Security;
import java.math.BigDecimal;

/** What the housing administration makes of a filing: contract 2.3, section 6. */
final class Rules {
  private static final int YEARS_MAX = 20; // Contract Law, article 214
  private static final BigDecimal RENT_MAX = new BigDecimal("50000");
  private static final BigDecimal AREA_PER_HEAD_MAX = new BigDecimal("15");

  private Rules() {}

  static Decision on(Filing filing) {
    if (filing.lease() != null) {
      return on(filing.lease());
    }
    return filing.security() == null ? Decision.approved() : on(filing.security());
  }

  private static Decision on(Lease lease) {
    if (!lease.to().isAfter(lease.from())) {
      return Decision.notAccepted("租赁终止日期不晚于起始日期");
    }
    if (lease.to().isAfter(lease.from().plusYears(YEARS_MAX))) {
      return Decision.notAccepted("租赁期限超过二十年");
    }
    return lease.monthlyRent().compareTo(RENT_MAX) > 0
        ? Decision.rejected("租金超出备案范围")
        : Decision.approved();
  }

  private static Decision on(Security security) {
    if (security.household() == 0) {
      return Decision.notAccepted("家庭人口数为零");
    }
    BigDecimal allowed = AREA_PER_HEAD_MAX.multiply(BigDecimal.valueOf(security.household()));
    return security.floorArea().compareTo(allowed) > 0
        ? Decision.rejected("人均住房面积超过标准")
        : Decision.approved();
  }
}
