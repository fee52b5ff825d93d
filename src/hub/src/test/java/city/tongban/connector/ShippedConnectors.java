package city.tongban.connector;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The connectors of this working copy, without a database. */
public final class ShippedConnectors {
  private ShippedConnectors() {}

  public static Connectors at(Map<String, URI> addresses) {
    Connectors connectors =
        new Connectors(
            new MemoryBundleStore(),
            new ConnectorReader(addresses),
            List.of(new FolderCheck(TestTransports.all())),
            List.of());
    connectors.takeIn(folders());
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

  static Map<String, Bundle> folders() {
    return new BundleFolders("file:./").bundles();
  }
}
