package city.tongban.canonical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Maps characters that old code pages put into Unicode's private use area to their Unicode
 * characters.
 *
 * <p>GBK of 1995 (code page 936) has 80 Han characters and components at FE50 to FEA0 and two
 * letters at A8BC and A8BF that Unicode added later; centres with old fonts still send U+E815 to
 * U+E864 for them. {@code private-use.csv} pairs them: GB 18030-2022 for 74 of the 80, and for the
 * six that it too leaves in private use (FE51, FE52, FE53, FE6C, FE76, FE91) the table of
 * whatwg/encoding issue 27, which agrees with the iconv of glibc.
 */
final class PrivateUse {
  private static final Map<Integer, Integer> TABLE = load();

  private PrivateUse() {}

  static boolean holds(int codePoint) {
    return Character.getType(codePoint) == Character.PRIVATE_USE;
  }

  /** The Unicode character for this private one, if the table has it. */
  static OptionalInt meaning(int codePoint) {
    Integer meaning = TABLE.get(codePoint);
    return meaning == null ? OptionalInt.empty() : OptionalInt.of(meaning);
  }

  private static Map<Integer, Integer> load() {
    try (InputStream file =
            Objects.requireNonNull(PrivateUse.class.getResourceAsStream("private-use.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .collect(Collectors.toUnmodifiableMap(row -> hex(row[0]), row -> hex(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }
}
