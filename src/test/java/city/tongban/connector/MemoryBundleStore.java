package city.tongban.connector;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The bundle tables without a database, for tests of everything else. */
public final class MemoryBundleStore implements BundleStore {
  private final Map<String, Bundle> bundles = new HashMap<>();
  private final Map<String, Active> active = new TreeMap<>();

  @Override
  public void keep(String backEnd, Bundle bundle) {
    bundles.putIfAbsent(bundle.digest(), bundle);
  }

  @Override
  public void activateAsShipped(String backEnd, String digest) {
    active.merge(
        backEnd,
        new Active(digest, null, Instant.EPOCH),
        (old, shipped) -> old.chosenBy() == null ? shipped : old);
  }

  public void choose(String backEnd, String digest, String person) {
    active.put(backEnd, new Active(digest, person, Instant.EPOCH));
  }

  @Override
  public Map<String, Active> active() {
    return new TreeMap<>(active);
  }

  @Override
  public Bundle bundle(String digest) {
    return bundles.get(digest);
  }
}
