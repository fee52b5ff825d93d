package city.tongban.connector;

import java.util.Optional;

/** Hears of a version before anybody uses it. */
public interface ConnectorListener {
  void activated(Connector connector, Optional<Connector> before);

  /** Makes ready for a version that may become active, or throws what is wrong with it. */
  default void prepare(Connector connector) {}
}
