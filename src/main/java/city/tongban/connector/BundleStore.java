package city.tongban.connector;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where bundles are kept, and which one of each back-end is active. */
public interface BundleStore {

  /** Keeps a bundle; one that is there already stays as it is. */
  void keep(String backEnd, Bundle bundle);

  /** Makes a shipped bundle the active one, unless a person has chosen another. */
  void activateAsShipped(String backEnd, String digest);

  Map<String, Active> active();

  Bundle bundle(String digest);

  /**
   * The one row that all nodes follow.
   *
   * @param chosenBy the person who chose this version; null when it is as shipped
   */
  record Active(String digest, @Nullable String chosenBy, Instant since) {}
}
