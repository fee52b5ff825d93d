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

/** Switches the departments' faults on and off while the load runs, one at a time. */
final class FaultInjector implements Runnable {
  /** Every fault that some department says it has. */
  private static final String ALL = "all";

  /** What leaves a case open until somebody has talked to the department: no drill can end it. */
  private static final Set<String> NEEDS_A_PERSON = Set.of("missing-line");

  private static final double SHARE = 0.3;
  private static final int SECONDS_ON = 2;
  private static final int SECONDS_OFF = 1;

  private final HubClient simulators;
  private final SortedMap<String, List<String>> faults;
  private final List<String> backEnds;
  private final SplittableRandom random;

  /**
   * @param wanted the words of faults, or {@code all}
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
        throw e; // else the drill's end found us in the middle of a call
      }
    }
  }

  /** After this the departments behave. */
  void end() {
    simulators.delete("/control/faults").orThrow();
  }

  /**
   * By department, those of the wanted faults that it has: what is switched on strikes.
   *
   * @param kinds what each department says it has
   * @param wanted the words of faults, or {@code all}
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
      throw new IllegalArgumentException("no department has any of these faults: " + wanted);
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
