package city.rehearsal.drill;

import city.rehearsal.client.Latencies;
import java.util.List;
import java.util.Locale;

/**
 * How a drill went.
 *
 * @param wrong cases that ended otherwise than written, or whose books hold something else than was
 *     sent
 * @param rate receipts and refusals per second of the load
 * @param acknowledged milliseconds from when a case should have been sent to its receipt, 99th
 *     percentile
 * @param endToEnd milliseconds from the receipt to the end being told, where no step of the clock
 *     lies between
 * @param departments what became of each department's cases, as a table
 * @param details the first things that are not as they should be
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

  /** Whether the hub kept its promises; with faults it may ask a person for help, and parks. */
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
        "drill: cases=%d completed=%d parked=%d refused=%d waiting=%d lost=%d duplicated=%d rate=%.1f"
            + " ack_p99_ms=%.0f e2e_p99_ms=%.0f",
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
