package city.rehearsal.drill;

import city.rehearsal.client.Latencies;
import java.util.List;
import java.util.Locale;

/**
 * The result of a drill.
 *
 * @param wrong cases with an unexpected outcome, or recorded with other data than was sent
 * @param rate receipts and refusals per second of the load
 * @param acknowledged milliseconds from the planned time of a case to its receipt, 99th percentile
 * @param endToEnd milliseconds from the receipt to the notice of the outcome, for cases without a
 *     clock step between
 * @param departments the table of outcomes by department
 * @param details the first deviations
 */
public record Report(
    int cases,
    int completed,
    int parked,
    int refused,
    int waiting,
    int lost,
    int duplicated,
    int wrong,
    double rate,
    double acknowledged,
    double endToEnd,
    List<String> departments,
    List<String> details) {

  static Report of(int cases, Findings found, double rate, Latencies acks, Latencies ends) {
    return new Report(
        cases,
        found.completedCount(),
        found.parkedCount(),
        found.refusedCount(),
        found.waitingCount(),
        found.lostCount(),
        found.duplicatedCount(),
        found.wrongCount(),
        rate,
        acks.percentile(99),
        ends.percentile(99),
        found.departments().lines(),
        found.details());
  }

  /** Whether the hub kept its promises; with faults, parked deliveries are allowed. */
  public boolean good(boolean mayPark) {
    return waiting == 0
        && lost == 0
        && duplicated == 0
        && wrong == 0
        && cases == completed + parked + refused
        && (mayPark || parked == 0);
  }

  public String lastLine() {
    return String.format(
        Locale.ROOT,
        "drill: cases=%d completed=%d parked=%d refused=%d waiting=%d lost=%d duplicated=%d"
            + " rate=%.1f ack_p99_ms=%.0f e2e_p99_ms=%.0f",
        cases,
        completed,
        parked,
        refused,
        waiting,
        lost,
        duplicated,
        rate,
        acknowledged,
        endToEnd);
  }
}
