package city.tongban.mapping;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.bundle.TestBundles;
import city.tongban.connector.Connector;
import java.util.Map;

/** Shipped connectors with one of their files changed. */
final class Bundles {
  private Bundles() {}

  static String text(String backEnd, String path) {
    return TestBundles.text(ShippedConnectors.with(backEnd, Map.of()).bundle(), path);
  }

  static Connector with(String backEnd, String path, String content) {
    return with(ShippedConnectors.with(backEnd, Map.of()), path, content);
  }

  static Connector with(Connector connector, String path, String content) {
    return ShippedConnectors.of(
        connector.backEnd(), TestBundles.with(connector.bundle(), path, content));
  }
}
