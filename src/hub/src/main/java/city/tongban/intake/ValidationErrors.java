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
 * All that is wrong with one message, so that the sender mends it in one go; one problem per field.
 */
final class ValidationErrors {
  private static final int TOLD_MAX = 20;

  private final Map<String, Problem> byPath = new LinkedHashMap<>();

  /** Reads something; a refusal is noted at the path instead of ending the reading. */
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
