package city.tongban.bundle;

import city.tongban.bundle.BundleStore.Active;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.connector.Bundle;
import city.tongban.connector.BundleCheck;
import city.tongban.connector.Connector;
import city.tongban.connector.ConnectorListener;
import city.tongban.connector.Connectors;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the active versions in the database: every node sees the same within a second. */
final class ActiveConnectors implements Connectors {
  private static final Logger LOG = LoggerFactory.getLogger(ActiveConnectors.class);
  // how long a node may still use the version before; the row is read this often, not for each call
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final BundleStore store;
  private final ConnectorReader reader;
  private final List<BundleCheck> checks;
  private final List<ConnectorListener> listeners;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile @Nullable Snapshot snapshot;

  ActiveConnectors(
      BundleStore store,
      ConnectorReader reader,
      List<BundleCheck> checks,
      List<ConnectorListener> listeners) {
    this.store = store;
    this.reader = reader;
    this.checks = List.copyOf(checks);
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public Connector active(String backEnd) {
    Connector connector = current().byBackEnd().get(backEnd);
    if (connector == null) {
      throw Fault.of("HUB-8001", "there is no connector for back-end '%s'", backEnd)
          .because("active are " + current().byBackEnd().keySet())
          .fix("add connectors/%s, or correct the name".formatted(backEnd));
    }
    return connector;
  }

  @Override
  public Optional<Connector> offering(String item) {
    return Optional.ofNullable(current().byItem().get(item));
  }

  @Override
  public List<Connector> all() {
    return List.copyOf(current().byBackEnd().values());
  }

  /** Reads a bundle that is stored in the database. */
  Connector stored(String backEnd, Bundle bundle) {
    return reader.readStored(backEnd, bundle);
  }

  /** Checks everything in a bundle that a person has uploaded; throws the first problem. */
  Connector checkUploaded(String backEnd, Bundle bundle) {
    return check(backEnd, () -> reader.read(backEnd, bundle));
  }

  /** Checks a bundle from the database, which may have keys of an earlier release. */
  Connector checkStored(String backEnd, Bundle bundle) {
    return check(backEnd, () -> stored(backEnd, bundle));
  }

  private Connector check(String backEnd, Supplier<Connector> reading) {
    try {
      Connector connector = reading.get();
      checks.forEach(check -> check.check(connector));
      connector.services().forEach(service -> rival(connector, service.item()));
      return connector;
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw Fault.of("HUB-8004", "connectors/%s/connector.yaml cannot be used", backEnd)
          .because(String.valueOf(e.getMessage()))
          .fix("compare with another connector")
          .causedBy(e);
    }
  }

  private void rival(Connector connector, String item) {
    Connector owner = current().byItem().get(item);
    if (owner != null && !owner.backEnd().equals(connector.backEnd())) {
      throw Fault.of("HUB-8006", "%s offers item %s", connector.backEnd(), item)
          .because(owner.backEnd() + " offers it already")
          .fix("leave it with the one that items.csv names");
    }
  }

  /** Deploys a version beside the active one; nothing uses it yet. */
  void deploy(Connector connector) {
    listeners.forEach(listener -> listener.prepare(connector));
  }

  /** Reads at once which versions are active. */
  void follow() {
    refresh();
  }

  /** Imports shipped folders; an invalid one is reported and its back-end keeps its version. */
  void importBundles(Map<String, Bundle> folders) {
    folders.forEach(
        (backEnd, bundle) -> {
          try {
            Connector connector = reader.read(backEnd, bundle);
            checks.forEach(check -> check.check(connector));
            store.keep(backEnd, bundle);
            store.activateAsShipped(backEnd, bundle.digest());
          } catch (HubException e) {
            LOG.error(
                "connector {} is not taken in: {}; why: {}; fix: {}",
                backEnd,
                e.getMessage(),
                e.problem().why(),
                e.problem().fix());
          }
        });
    refresh();
    store.active().forEach((backEnd, active) -> tell(backEnd, active, folders.get(backEnd)));
  }

  private void tell(String backEnd, Active active, @Nullable Bundle shipped) {
    String version = active.digest().substring(0, 12);
    if (active.chosenBy() == null) {
      LOG.info("connector {} at version {} as shipped, since {}", backEnd, version, active.since());
    } else {
      LOG.warn(
          "connector {} at version {} chosen by {} since {}; shipped is {}",
          backEnd,
          version,
          active.chosenBy(),
          active.since(),
          shipped == null ? "none" : shipped.version());
    }
  }

  private Snapshot current() {
    Snapshot now = snapshot;
    if (now == null) {
      return refresh();
    }
    // while one thread reads, and perhaps starts a transport, the others use the current versions
    if (System.nanoTime() - now.readAt() < FRESH.toNanos() || !refreshing.tryLock()) {
      return now;
    }
    try {
      return refresh();
    } finally {
      refreshing.unlock();
    }
  }

  private Snapshot refresh() {
    refreshing.lock();
    try {
      long readAt = System.nanoTime();
      Snapshot before = snapshot;
      Map<String, Connector> byBackEnd = new TreeMap<>();
      store.active().forEach((backEnd, active) -> put(backEnd, active, before, byBackEnd));
      Map<String, Connector> byItem = new HashMap<>();
      byBackEnd.values().forEach(c -> c.services().forEach(s -> claim(byItem, s.item(), c)));
      Snapshot now = new Snapshot(byBackEnd, byItem, readAt);
      snapshot = now;
      return now;
    } finally {
      refreshing.unlock();
    }
  }

  private void put(
      String backEnd, Active active, @Nullable Snapshot before, Map<String, Connector> into) {
    Connector known = before == null ? null : before.byBackEnd().get(backEnd);
    if (known != null && known.bundle().digest().equals(active.digest())) {
      into.put(backEnd, known);
      return;
    }
    try {
      Connector connector = reader.readStored(backEnd, store.bundle(active.digest()));
      // its route exists before any caller can see the version
      listeners.forEach(listener -> listener.activated(connector, Optional.ofNullable(known)));
      into.put(backEnd, connector);
    } catch (HubException e) {
      LOG.error("connector {} cannot be activated: {}", backEnd, e.getMessage());
      if (known != null) {
        into.put(backEnd, known);
      }
    }
  }

  private static void claim(Map<String, Connector> byItem, String item, Connector c) {
    Connector first = byItem.putIfAbsent(item, c);
    if (first != null) {
      LOG.error(
          "HUB-8006: {} and {} both offer item {}; {} keeps it",
          first.backEnd(),
          c.backEnd(),
          item,
          first.backEnd());
    }
  }

  private record Snapshot(
      Map<String, Connector> byBackEnd, Map<String, Connector> byItem, long readAt) {}
}
