package city.rehearsal.drill;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same for the same seed and case, whatever happened to the other cases. */
final class SeededRandom {
  private final SplittableRandom random;

  SeededRandom(long seed, int n) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n);
  }

  /** From {@code from}, up to and without {@code to}. */
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
