package city.tongban.vault;

import city.tongban.canonical.StartRefused;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a key file: reads it and adds missing keys. */
final class KeyFileContent {
  private static final String HASH = "hash HMAC_SM3 ";
  private static final int HASH_KEY_BYTES = 32;
  private static final List<String> HEAD =
      List.of(
          "# Keys of the hub: a number, the algorithm, the key. Lines are only ever added.",
          "# Without this file nothing that is stored can be read. Keep a copy apart from the"
              + " database.");

  private final List<String> lines;
  private final List<Key> keys = new ArrayList<>();
  private byte @Nullable [] hashKey;

  private KeyFileContent(List<String> lines) {
    this.lines = new ArrayList<>(lines);
    lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
  }

  static KeyFileContent none() {
    return new KeyFileContent(HEAD);
  }

  static KeyFileContent of(List<String> lines) {
    return new KeyFileContent(lines);
  }

  /**
   * Adds a key for the algorithm and the key of the hashes, where there is none; whether it did.
   */
  boolean complete(Algorithm algorithm, SecureRandom random) {
    int before = lines.size();
    if (hashKey == null) {
      add(HASH + fresh(HASH_KEY_BYTES, random));
    }
    if (keys.stream().noneMatch(key -> key.algorithm() == algorithm)) {
      int id = keys.stream().mapToInt(Key::id).max().orElse(0) + 1;
      add(id + " " + algorithm + " " + fresh(algorithm.keyBytes(), random));
    }
    return lines.size() > before;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The newest key of the algorithm is the current one. */
  KeyRing keys(Algorithm algorithm) {
    Key current =
        keys.stream()
            .filter(key -> key.algorithm() == algorithm)
            .max(Comparator.comparingInt(Key::id))
            .orElseThrow();
    if (hashKey == null) {
      throw new IllegalStateException("complete() adds what is missing");
    }
    return new KeyRing(keys, current, hashKey);
  }

  private void add(String line) {
    lines.add(line);
    read(line);
  }

  private void read(String line) {
    try {
      if (line.startsWith(HASH)) {
        hashKey = Base64.getDecoder().decode(line.substring(HASH.length()).strip());
      } else {
        String[] words = line.strip().split(" ", 3);
        byte[] key = Base64.getDecoder().decode(words[2]);
        keys.add(new Key(Integer.parseInt(words[0]), Algorithm.valueOf(words[1]), key));
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new StartRefused(
          "HUB-8095: line %d of the key file is not a key".formatted(lines.indexOf(line) + 1),
          "put the file back from its copy; a line is a number, an algorithm and a key");
    }
  }

  private static String fresh(int bytes, SecureRandom random) {
    byte[] key = new byte[bytes];
    random.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
