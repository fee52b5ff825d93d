package city.rehearsal.drill;

import java.util.List;
import java.util.SplittableRandom;

/** Random values that depend on seed and case only, not on the order of cases. */
final class SeededRandom {
  private final SplittableRandom random;

  SeededRandom(long seed, int n) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n);
  }

  /** A number from {@code from} (inclusive) to {@code to} (exclusive). */
  int between(int from, int to) {
    return random.nextInt(from, to);
  }

  boolean percent(double share) {
    return random.nextDouble() * 100 < share;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }
}
