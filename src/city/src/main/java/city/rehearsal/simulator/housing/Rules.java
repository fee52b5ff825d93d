package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.housing.Filing.Lease;
import city.rehearsal.simulator.housing.Filing.Security;
import city.rehearsal.simulator.office.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the housing administration makes of a filing: contract 2.3, section 6. */
final class Rules {
  private static final int YEARS_MAX = 20; // Contract Law, article 214
  private static final BigDecimal RENT_MAX = new BigDecimal("50000");
  private static final BigDecimal AREA_PER_HEAD_MAX = new BigDecimal("15");

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

  static Ruling on(Filing filing) {
    if (filing.lease() != null) {
      return on(filing.lease());
    }
    return filing.security() == null ? Ruling.YES : on(filing.security());
  }

  private static Ruling on(Lease lease) {
    if (!lease.to().isAfter(lease.from())) {
      return Ruling.notAccepted("租赁终止日期不晚于起始日期");
    }
    if (lease.to().isAfter(lease.from().plusYears(YEARS_MAX))) {
      return Ruling.notAccepted("租赁期限超过二十年");
    }
    return lease.monthlyRent().compareTo(RENT_MAX) > 0 ? Ruling.rejected("租金超出备案范围") : Ruling.YES;
  }

  private static Ruling on(Security security) {
    if (security.household() == 0) {
      return Ruling.notAccepted("家庭人口数为零");
    }
    BigDecimal allowed = AREA_PER_HEAD_MAX.multiply(BigDecimal.valueOf(security.household()));
    return security.floorArea().compareTo(allowed) > 0 ? Ruling.rejected("人均住房面积超过标准") : Ruling.YES;
  }
}
