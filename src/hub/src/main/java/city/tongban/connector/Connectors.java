package city.tongban.connector;

import java.util.List;
import java.util.Optional;

/** The back-ends that can be reached now, each at its active version; every node sees the same. */
public interface Connectors {
  /** The version of a back-end that new calls use. */
  Connector active(String backEnd);

  /** The connector of the back-end that handles an item. */
  Optional<Connector> offering(String item);

  List<Connector> all();
}
