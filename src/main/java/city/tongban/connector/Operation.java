package city.tongban.connector;

import org.jspecify.annotations.Nullable;

/**
 * Something a back-end can do about a delivery: {@code ask}, {@code withdraw}, or send {@code
 * results}.
 *
 * @param call as in {@link Service}; null for what they send to us
 */
public record Operation(String mapping, @Nullable String call) {
  public Operation {
    Required.value(mapping, "operations.*.mapping");
  }
}
