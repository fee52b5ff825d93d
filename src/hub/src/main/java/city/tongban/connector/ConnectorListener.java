package city.tongban.connector;

import java.util.Optional;

/** Is notified of a connector version before it is used. */
public interface ConnectorListener {
  void activated(Connector connector, Optional<Connector> before);

  /** Prepares for a version that may become active, or throws what is wrong with it. */
  default void prepare(Connector connector) {}
}
