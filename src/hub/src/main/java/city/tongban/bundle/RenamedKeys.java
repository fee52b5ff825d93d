package city.tongban.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys of {@code connector.yaml} that release 0.2.0 renamed. A folder or an import with an old key
 * is refused with the new name; a bundle that the database has kept is read with it, because a
 * bundle never changes.
 */
final class RenamedKeys {
  /** By block, the old key and the new one. */
  private static final Map<String, Map<String, String>> BY_BLOCK =
      Map.of(
          "mllp", Map.of("door", "listen", "stations", "allowedSenders"),
          "staging", Map.of("every", "pollInterval", "days", "dayTable"),
          "frame", Map.of("us", "hub", "them", "backEnd"));

  private RenamedKeys() {}

  /** The new name of a key, or null where it was not renamed. */
  static @Nullable String newName(String block, String key) {
    return BY_BLOCK.getOrDefault(block, Map.of()).get(key);
  }

  /** The sentence that names the new key. */
  static String fix(String newName) {
    return "write '%s'; the key was renamed in 0.2.0".formatted(newName);
  }

  /** An old key that a file has, with the block that holds it. */
  record Old(String block, String name, String newName) {
    /** Its place in the file, as a JSON pointer. */
    String path() {
      return "/" + block + "/" + name;
    }
  }

  /** The first old key of a parsed file. */
  static Optional<Old> first(@Nullable JsonNode file) {
    for (var block : new TreeMap<>(BY_BLOCK).entrySet()) {
      for (var key : new TreeMap<>(block.getValue()).entrySet()) {
        if (file != null && file.path(block.getKey()).has(key.getKey())) {
          return Optional.of(new Old(block.getKey(), key.getKey(), key.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  /** Replaces the old keys of a parsed file; returns whether there was one. */
  static boolean replace(JsonNode file) {
    boolean replaced = false;
    for (var block : new TreeMap<>(BY_BLOCK).entrySet()) {
      if (file.get(block.getKey()) instanceof ObjectNode keys) {
        for (var key : block.getValue().entrySet()) {
          JsonNode value = keys.remove(key.getKey());
          if (value != null) {
            keys.set(key.getValue(), value);
            replaced = true;
          }
        }
      }
    }
    return replaced;
  }
}
