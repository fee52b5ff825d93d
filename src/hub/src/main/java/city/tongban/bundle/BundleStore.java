package city.tongban.bundle;

import city.tongban.connector.Bundle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores bundles, and which one of each back-end is active. */
public interface BundleStore {

  /** Stores a bundle; one that is already stored does not change. */
  void keep(String backEnd, Bundle bundle);

  /** Stores an uploaded bundle; it is deleted after a while unless it becomes active. */
  void keepSent(String backEnd, Bundle bundle, String sentBy);

  /** Makes a shipped bundle the active one, unless a person has chosen another. */
  void activateAsShipped(String backEnd, String digest);

  /**
   * Makes a bundle the active one and records the change; false when another became active
   * meanwhile.
   */
  boolean choose(String backEnd, Choice choice);

  Map<String, Active> active();

  /** Every change of the active version, the latest first. */
  List<Activation> activations(String backEnd);

  /** The digest of a back-end's bundle that begins with these places. */
  Optional<String> digest(String backEnd, String version);

  Bundle bundle(String digest);

  /**
   * The one row that all nodes follow.
   *
   * @param chosenBy the person who chose this version; null when it is as shipped
   * @param shipped the shipped version; null when none is shipped
   */
  record Active(
      String digest, @Nullable String chosenBy, Instant since, @Nullable String shipped) {}

  /**
   * The version that a person wants to activate.
   *
   * @param seen the digest that was active when the person decided
   * @param back whether it was active before, and the changes since are undone
   * @param asShipped whether the shipped version is followed from now on
   */
  record Choice(
      String digest, String seen, String by, String reason, boolean back, boolean asShipped) {}

  /**
   * One change of the active version.
   *
   * @param before null when there was none
   * @param chosenBy null when a start of the hub did it
   */
  record Activation(
      String digest,
      @Nullable String before,
      @Nullable String chosenBy,
      @Nullable String reason,
      boolean back,
      Instant at) {}
}
