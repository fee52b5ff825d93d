package city.tongban.connector;

import org.jspecify.annotations.Nullable;

/** Checks the required keys of a connector file. */
public final class RequiredKey {
  private RequiredKey() {}

  public static <T> T value(@Nullable T value, String key) {
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }
}
