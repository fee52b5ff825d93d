package city.tongban.connector;

import java.time.Duration;

/**
 * How the staging tables of a back-end are read that is spoken to through a database of its own.
 *
 * @param every how often, by the wall, we look for rows of theirs
 * @param lease how long a row that we have claimed is nobody else's
 * @param rows claimed at a time
 * @param days the table in which they write what they took in on a day
 */
public record StagingPolling(Duration every, Duration lease, int rows, String days) {
  public StagingPolling {
    RequiredKey.value(every, "staging.every");
    RequiredKey.value(lease, "staging.lease");
    RequiredKey.value(days, "staging.days");
    if (every.toMillis() < 1 || lease.toMillis() < 1 || rows < 1) {
      throw new IllegalArgumentException("staging.every, lease and rows are more than nothing");
    }
  }
}
