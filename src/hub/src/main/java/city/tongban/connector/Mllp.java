package city.tongban.connector;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two ends of HL7 over MLLP: what is true of every call, theirs and ours.
 *
 * @param door where they call us with their results; a setting goes before it
 * @param stations their MSH-3 and MSH-4, {@code WJXT|SHWJW}; nothing from anybody else is read
 */
public record Mllp(@Nullable URI door, List<String> stations) {
  private static final Pattern STATION = Pattern.compile("[A-Z0-9_.-]+\\|[A-Z0-9_.-]+");

  public Mllp {
    stations = List.copyOf(RequiredKey.value(stations, "mllp.stations"));
    if (stations.isEmpty() || !stations.stream().allMatch(STATION.asMatchPredicate())) {
      throw new IllegalArgumentException(
          "mllp.stations are written as MSH-3|MSH-4, one at least: WJXT|SHWJW");
    }
  }

  /** The same at another door. */
  public Mllp at(@Nullable URI elsewhere) {
    return elsewhere == null ? this : new Mllp(elsewhere, stations);
  }
}
