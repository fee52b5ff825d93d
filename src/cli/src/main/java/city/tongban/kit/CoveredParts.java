package city.tongban.kit;

import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the examples of a connector have covered so far: fields, codes and stylesheets. */
final class CoveredParts {
  private static final String FOLDER = "mappings/";

  /** Directions in which the department sends on its own account: results and statements. */
  private static final Set<String> THEY_SPEAK =
      Set.of(Connector.RESULTS, Connector.FILE, Connector.STATEMENT);

  private final Connector connector;
  private final SchemaFields gates;
  private final Set<String> codes = new TreeSet<>();
  private final Set<String> sheets = new TreeSet<>();

  CoveredParts(Connector connector) {
    this.connector = connector;
    this.gates = new SchemaFields(connector);
  }

  void code(String list, int line) {
    codes.add(place(list, line));
  }

  private static String place(String list, int line) {
    return "codes/%s.csv line %d".formatted(list, line);
  }

  /**
   * Records one example, whether it passed or not; only a message that its schema accepts sets
   * fields.
   */
  void example(String mapping, Example example, MappingDryRun trial, Samples samples) {
    file(mapping, example.direction()).ifPresent(sheets::add);
    if (example.request() == null || example.refuse() != null) {
      return;
    }
    String sample = samples.text(example.request());
    String first = Samples.delivery(sample);
    Map<String, String> given =
        example.parameters() == null
            ? Map.of("delivery", first, "original", first, "reason", "")
            : example.parameters();
    try {
      if (sheets.contains(mapping + ".request.xsl")) {
        gates.set(mapping, trial.document(mapping, sample, given));
      }
    } catch (HubException | IllegalArgumentException notSent) {
      // the example has failed; the example's own result reports it
    }
  }

  Coverage coverage() {
    Map<String, String> known = new LinkedHashMap<>();
    for (String path : connector.bundle().under(FOLDER + "codes/")) {
      known.putAll(lines(path));
    }
    List<String> unusedCodes =
        known.entrySet().stream()
            .filter(line -> !codes.contains(line.getKey()))
            .map(line -> line.getKey() + ": " + line.getValue())
            .toList();
    List<String> unrun = new ArrayList<>(expected());
    unrun.removeAll(sheets);
    return new Coverage(gates.unset(), unusedCodes, unrun, gates.known(), known.size());
  }

  /** The department's code on each line of a code list, by file and line. */
  private Map<String, String> lines(String path) {
    String list = path.substring((FOLDER + "codes/").length()).replace(".csv", "");
    byte[] csv = connector.bundle().file(path).orElseThrow();
    List<String> rows = new String(csv, StandardCharsets.UTF_8).lines().toList();
    int column = List.of(rows.get(0).split(",")).indexOf("theirs");
    Map<String, String> lines = new LinkedHashMap<>();
    for (int i = 1; i < rows.size(); i++) {
      lines.put(place(list, i + 1), rows.get(i).split(",", -1)[column]);
    }
    return lines;
  }

  /** Every stylesheet that connector.yaml refers to. */
  private Set<String> expected() {
    Map<String, List<String>> directions = new TreeMap<>();
    connector.services().stream()
        .map(Service::mapping)
        .forEach(m -> directions.put(m, List.of("request", "reply")));
    connector
        .operations()
        .forEach(
            (name, operation) ->
                directions.merge(operation.mapping(), of(name), CoveredParts::both));
    Set<String> expected = new TreeSet<>();
    directions.forEach(
        (mapping, all) -> all.forEach(d -> file(mapping, d).ifPresent(expected::add)));
    return expected;
  }

  private static List<String> of(String name) {
    return THEY_SPEAK.contains(name) ? List.of("result") : List.of("request", "reply");
  }

  private static List<String> both(List<String> a, List<String> b) {
    return Stream.concat(a.stream(), b.stream()).distinct().toList();
  }

  /** The mapping's own stylesheet, otherwise the one that all mappings share. */
  private Optional<String> file(String mapping, String direction) {
    return Stream.of(mapping + "." + direction + ".xsl", direction + ".xsl")
        .filter(name -> connector.bundle().file(FOLDER + name).isPresent())
        .findFirst();
  }
}
