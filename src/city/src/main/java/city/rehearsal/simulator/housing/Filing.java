package city.rehearsal.simulator.housing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A filing form that is filled in properly; whether the housing administration likes it is another
 * question.
 */
record Filing(
    String deliveryId,
    String caseNo,
    String business,
    Person applicant,
    @Nullable Lease lease,
    @Nullable Security security) {

  record Person(String name, String idNumber) {}

  /** Block zl of a lease filing, ZF01. */
  record Lease(BigDecimal monthlyRent, LocalDate from, LocalDate to) {}

  /** Block bz of a request for housing security, BZ01. */
  record Security(int household, BigDecimal yearlyIncome, BigDecimal floorArea) {}
}
