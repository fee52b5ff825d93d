package city.tongban.connector;

import java.util.Optional;

/** Hears of a version before anybody uses it. */
interface ConnectorListener {
  void activated(Connector connector, Optional<Connector> before);
}
