package city.tongban.transport;

import java.util.Arrays;
import java.util.List;

/**
 * What a check found out, or why it has nothing to look at.
 *
 * @param applies whether there was anything to look at
 * @param key names a sentence, {@code probe.said.*}, in both languages
 * @param values what the sentence quotes; never a secret
 */
public record CheckResult(boolean applies, String key, List<String> values) {
  private static final int LONGEST = 160;

  public static CheckResult of(String key, Object... values) {
    return new CheckResult(true, key, shown(values));
  }

  /** There is nothing to look at; the sentence says why. */
  public static CheckResult nothing(String key, Object... values) {
    return new CheckResult(false, key, shown(values));
  }

  /** A certificate says of itself what it likes: no control characters, and not for ever. */
  private static List<String> shown(Object... values) {
    return Arrays.stream(values)
        .map(value -> String.valueOf(value).replaceAll("[\\p{Cntrl}\\p{Cf}]", "?"))
        .map(value -> value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…")
        .toList();
  }
}
