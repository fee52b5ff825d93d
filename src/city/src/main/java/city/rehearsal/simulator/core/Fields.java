package city.rehearsal.simulator.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain fields of a message, by name, as they came.
 *
 * @param values the texts; an empty one counts as absent
 */
public record Fields(Map<String, String> values) {
  public @Nullable String get(String name) {
    String text = values.get(name);
    return text == null || text.isEmpty() ? null : text;
  }

  /** A field that {@link FieldRule} has found to be there. */
  public String required(String name) {
    return String.valueOf(get(name));
  }
}
