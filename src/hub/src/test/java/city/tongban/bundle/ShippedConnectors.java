package city.tongban.bundle;

import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.transport.TestTransports;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The connectors of this working copy, without a database. */
public final class ShippedConnectors {
  public static final String FILE = ConnectorReader.FILE;

  private ShippedConnectors() {}

  /** A back-end's connector as it is on the class path; no database is asked. */
  public static Connector shipped(String backEnd) {
    Bundle bundle = new BundleFolders("classpath*:").bundles().get(backEnd);
    if (bundle == null) {
      throw new IllegalArgumentException("no connector is shipped for " + backEnd);
    }
    return of(backEnd, bundle);
  }

  public static Connectors at(Map<String, URI> addresses) {
    ActiveConnectors connectors =
        new ActiveConnectors(
            new MemoryBundleStore(),
            new ConnectorReader(addresses),
            List.of(new FolderCheck(TestTransports.all())),
            List.of());
    connectors.importBundles(folders());
    return connectors;
  }

  /**
   * One shipped connector with some of its lines replaced, {@code "timeout: 20s" -> "timeout: 1s"}.
   */
  public static Connector with(String backEnd, Map<String, String> changes) {
    return with(backEnd, null, changes);
  }

  public static Connector with(String backEnd, URI address, Map<String, String> changes) {
    Bundle shipped = folders().get(backEnd);
    String yaml = TestBundles.text(shipped, ConnectorReader.FILE);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      if (!yaml.contains(change.getKey())) {
        throw new AssertionError("connector.yaml has no '" + change.getKey() + "'");
      }
      yaml = yaml.replace(change.getKey(), change.getValue());
    }
    Map<String, URI> addresses = new HashMap<>();
    if (address != null) {
      addresses.put(backEnd, address);
    }
    return new ConnectorReader(addresses)
        .read(backEnd, TestBundles.with(shipped, ConnectorReader.FILE, yaml));
  }

  public static Connector of(String backEnd, Bundle bundle) {
    return new ConnectorReader(Map.of()).read(backEnd, bundle);
  }

  public static Map<String, Bundle> folders() {
    return new BundleFolders("file:./").bundles();
  }

  /** Checks a connector as the import does; throws what is wrong with it. */
  public static void check(Connector connector) {
    new FolderCheck(TestTransports.all()).check(connector);
  }
}
