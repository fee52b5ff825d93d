package city.tongban.intake;

import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All validation errors of one message, one per field, so that the sender can correct them at once.
 */
final class ValidationErrors {
  private static final int TOLD_MAX = 20;

  private final Map<String, Problem> byPath = new LinkedHashMap<>();

  /** Reads a value; a refusal is recorded at the path and does not stop the reading. */
  <T> @Nullable T read(String path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Refusal refusal) {
      note(path, refusal.problem());
      return null;
    }
  }

  void check(String path, Runnable checking) {
    read(
        path,
        () -> {
          checking.run();
          return path;
        });
  }

  void note(String path, Problem problem) {
    byPath.putIfAbsent(path, problem.at(path));
  }

  boolean none() {
    return byPath.isEmpty();
  }

  List<Problem> problems() {
    return new ArrayList<>(byPath.values()).subList(0, Math.min(TOLD_MAX, byPath.size()));
  }
}
