package city.tongban.kit.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a field's text.
 *
 * @param sample a value that the source shows
 * @param words the only ones, where there are so few
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

  /** Known by one value only. */
  public static TextConstraints like(@Nullable String sample) {
    return new TextConstraints(sample, List.of(), null, 0, Integer.MAX_VALUE);
  }
}
