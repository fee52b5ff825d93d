package city.tongban.connector;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Something a back-end can do about a delivery: {@code ask}, {@code withdraw}, or send {@code
 * results}; or about a day: {@code statement}.
 *
 * @param call as in {@link Service}; null for what they send to us
 * @param at when it is there each day, for what is fetched once a day
 */
public record Operation(String mapping, @Nullable String call, @Nullable LocalTime at) {
  public Operation {
    RequiredKey.value(mapping, "operations.*.mapping");
  }
}
