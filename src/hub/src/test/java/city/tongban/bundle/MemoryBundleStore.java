package city.tongban.bundle;

import city.tongban.connector.Bundle;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        new Active(digest, null, Instant.EPOCH, digest),
        (old, shipped) -> old.chosenBy() == null ? shipped : old);
  }

  @Override
  public void keepSent(String backEnd, Bundle bundle, String sentBy) {
    keep(backEnd, bundle);
  }

  @Override
  public boolean choose(String backEnd, Choice choice) {
    throw new UnsupportedOperationException("a person's choice is tested with a database");
  }

  @Override
  public List<Activation> activations(String backEnd) {
    return List.of();
  }

  @Override
  public Optional<String> digest(String backEnd, String version) {
    return bundles.keySet().stream().filter(digest -> digest.startsWith(version)).findFirst();
  }

  public void choose(String backEnd, String digest, String person) {
    active.put(backEnd, new Active(digest, person, Instant.EPOCH, null));
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
