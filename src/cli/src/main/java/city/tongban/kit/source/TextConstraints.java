package city.tongban.kit.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constraints that are known for a field's text.
 *
 * @param sample a value that the source shows
 * @param words the allowed values, where there are few
 * @param pattern a regular expression for the whole text
 * @param lengthMin fewest characters
 * @param lengthMax most characters
 */
public record TextConstraints(
    @Nullable String sample,
    List<String> words,
    @Nullable String pattern,
    int lengthMin,
    int lengthMax) {
  public static final TextConstraints NONE =
      new TextConstraints(null, List.of(), null, 0, Integer.MAX_VALUE);

  public TextConstraints {
    words = List.copyOf(words);
  }

  /** Constraints of a field of which only one sample value is known. */
  public static TextConstraints like(@Nullable String sample) {
    return new TextConstraints(sample, List.of(), null, 0, Integer.MAX_VALUE);
  }
}
