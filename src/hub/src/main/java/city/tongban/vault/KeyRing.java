package city.tongban.vault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All keys of this node; new data is encrypted with the current one. */
final class KeyRing {
  private final Map<Integer, Key> byId;
  private final Key current;
  private final byte[] hashKey;

  KeyRing(List<Key> keys, Key current, byte[] hashKey) {
    this.byId = keys.stream().collect(Collectors.toMap(Key::id, Function.identity()));
    this.current = current;
    this.hashKey = hashKey.clone();
  }

  Key current() {
    return current;
  }

  Optional<Key> find(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  Collection<Key> all() {
    return byId.values();
  }

  byte[] hashKey() {
    return hashKey.clone();
  }
}
