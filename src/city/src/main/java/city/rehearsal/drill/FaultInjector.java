package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.ServerUnreachable;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Switches the departments' faults on and off during the load, one at a time. */
final class FaultInjector implements Runnable {
  /** All faults that any department supports. */
  private static final String ALL = "all";

  /** Faults that leave a case open until a person acts; a drill with one could not end. */
  private static final Set<String> NEEDS_A_PERSON = Set.of("missing-line");

  private static final double SHARE = 0.3;
  private static final int SECONDS_ON = 2;
  private static final int SECONDS_OFF = 1;

  private final HubClient simulators;
  private final SortedMap<String, List<String>> faults;
  private final List<String> backEnds;
  private final SplittableRandom random;

  /**
   * @param wanted names of faults, or {@code all}
   */
  FaultInjector(HubClient simulators, List<String> wanted, long seed) {
    this.simulators = simulators;
    this.faults = faults(simulators.get("/control/fault-kinds").orThrow(), wanted);
    this.backEnds = List.copyOf(faults.keySet());
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        simulators.post("/control/faults", next()).orThrow();
        TimeUnit.SECONDS.sleep(SECONDS_ON);
        end();
        TimeUnit.SECONDS.sleep(SECONDS_OFF);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ServerUnreachable e) {
      if (!Thread.currentThread().isInterrupted()) {
        throw e; // otherwise the end of the drill interrupted a call
      }
    }
  }

  /** Switches all faults off. */
  void end() {
    simulators.delete("/control/faults").orThrow();
  }

  /**
   * By department, the wanted faults that it supports.
   *
   * @param kinds the faults that each department supports
   * @param wanted names of faults, or {@code all}
   */
  static SortedMap<String, List<String>> faults(JsonNode kinds, List<String> wanted) {
    SortedMap<String, List<String>> faults = new TreeMap<>();
    for (Map.Entry<String, JsonNode> department : kinds.properties()) {
      List<String> has = new ArrayList<>();
      department.getValue().forEach(kind -> has.add(kind.asText()));
      has.removeIf(kind -> !isWanted(kind, wanted));
      if (!has.isEmpty()) {
        faults.put(department.getKey(), has);
      }
    }
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("no department supports any of these faults: " + wanted);
    }
    return faults;
  }

  private static boolean isWanted(String kind, List<String> wanted) {
    return wanted.contains(kind) || (wanted.contains(ALL) && !NEEDS_A_PERSON.contains(kind));
  }

  private Map<String, Object> next() {
    String backEnd = backEnds.get(random.nextInt(backEnds.size()));
    List<String> has = Objects.requireNonNull(faults.get(backEnd));
    return Map.of(
        "backEnd",
        backEnd,
        "fault",
        has.get(random.nextInt(has.size())),
        "share",
        SHARE,
        "seed",
        random.nextInt(1_000_000));
  }
}
