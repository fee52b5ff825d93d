package city.tongban.transport;

import java.util.Arrays;
import java.util.List;

/**
 * The result of a check, or why it does not apply.
 *
 * @param applies whether there was anything to check
 * @param key names a sentence, {@code probe.said.*}, in both languages
 * @param values the arguments of the sentence; never a secret
 */
public record CheckResult(boolean applies, String key, List<String> values) {
  private static final int LONGEST = 160;

  public static CheckResult of(String key, Object... values) {
    return new CheckResult(true, key, shown(values));
  }

  /** A check that does not apply; the sentence says why. */
  public static CheckResult nothing(String key, Object... values) {
    return new CheckResult(false, key, shown(values));
  }

  /** Text of a certificate is not trusted: control characters are replaced and long text is cut. */
  private static List<String> shown(Object... values) {
    return Arrays.stream(values)
        .map(value -> String.valueOf(value).replaceAll("[\\p{Cntrl}\\p{Cf}]", "?"))
        .map(value -> value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…")
        .toList();
  }
}
