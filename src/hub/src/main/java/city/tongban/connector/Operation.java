package city.tongban.connector;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a back-end about a delivery: {@code ask}, {@code withdraw}, or {@code results}
 * that it sends; or about a day: {@code statement}.
 *
 * @param call as in {@link Service}; null for what the department sends
 * @param at when it is available each day, for what is fetched once a day
 */
public record Operation(String mapping, @Nullable String call, @Nullable LocalTime at) {
  public Operation {
    RequiredKey.value(mapping, "operations.*.mapping");
  }
}
