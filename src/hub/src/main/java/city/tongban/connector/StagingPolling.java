package city.tongban.connector;

import java.time.Duration;

/**
 * How the hub polls the staging tables in a database of the back-end.
 *
 * @param pollInterval wall-clock time between two polls
 * @param lease how long no other node may claim a row that the hub has claimed
 * @param rows claimed at a time
 * @param dayTable the table in which the department writes the totals of each day
 */
public record StagingPolling(Duration pollInterval, Duration lease, int rows, String dayTable) {
  public StagingPolling {
    RequiredKey.value(pollInterval, "staging.pollInterval");
    RequiredKey.value(lease, "staging.lease");
    RequiredKey.value(dayTable, "staging.dayTable");
    if (pollInterval.toMillis() < 1 || lease.toMillis() < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "staging.pollInterval, lease and rows must be greater than zero");
    }
  }
}
