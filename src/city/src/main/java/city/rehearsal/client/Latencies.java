package city.rehearsal.client;

import java.util.Arrays;

/** Collects durations in nanoseconds and computes exact percentiles. */
public final class Latencies {
  private long[] nanos = new long[1024];
  private int count;

  /** Adds a duration; ignores a negative one. */
  public synchronized void add(long time) {
    if (time < 0) {
      return;
    }
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = time;
  }

  /** The percentile in milliseconds; 0 without measurements. */
  public synchronized double percentile(double share) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int place = (int) Math.ceil(share / 100 * count) - 1;
    return sorted[Math.max(0, place)] / 1e6;
  }
}
