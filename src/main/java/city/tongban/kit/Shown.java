package city.tongban.kit;

import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the examples of a connector have shown so far: fields set, codes used, sheets run. */
final class Shown {
  private static final String FOLDER = "mappings/";

  private final Connector connector;
  private final GateFields gates;
  private final Set<String> codes = new TreeSet<>();
  private final Set<String> sheets = new TreeSet<>();

  Shown(Connector connector) {
    this.connector = connector;
    this.gates = new GateFields(connector);
  }

  void code(String list, String theirs) {
    codes.add(list + ": " + theirs);
  }

  /** One example, whatever became of it; only a message that passes its gate sets fields. */
  void example(String mapping, Example example, Trial trial, Samples samples) {
    String direction =
        example.request() != null ? "request" : example.result() != null ? "result" : "reply";
    file(mapping, direction).ifPresent(sheets::add);
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
      // the example has failed, which is told where it stands
    }
  }

  Coverage coverage() {
    List<String> unusedCodes = new ArrayList<>();
    int known = 0;
    for (String path : connector.bundle().under(FOLDER + "codes/")) {
      String list = path.substring((FOLDER + "codes/").length()).replace(".csv", "");
      for (String theirs : theirs(path)) {
        known++;
        if (!codes.contains(list + ": " + theirs)) {
          unusedCodes.add("codes/" + list + ".csv: " + theirs);
        }
      }
    }
    List<String> unrun = new ArrayList<>(expected());
    unrun.removeAll(sheets);
    return new Coverage(gates.unset(), unusedCodes, unrun, gates.known(), known);
  }

  private List<String> theirs(String path) {
    byte[] csv = connector.bundle().file(path).orElseThrow();
    List<String[]> rows =
        new String(csv, StandardCharsets.UTF_8).lines().map(line -> line.split(",", -1)).toList();
    int column = rows.isEmpty() ? -1 : List.of(rows.get(0)).indexOf("theirs");
    return column < 0
        ? List.of()
        : rows.stream()
            .skip(1)
            .filter(cells -> cells.length > column)
            .map(cells -> cells[column])
            .distinct()
            .toList();
  }

  /** Every sheet that connector.yaml leads to. */
  private Set<String> expected() {
    Map<String, List<String>> directions = new TreeMap<>();
    connector.services().stream()
        .map(Service::mapping)
        .forEach(m -> directions.put(m, List.of("request", "reply")));
    connector
        .operations()
        .forEach((name, operation) -> directions.merge(operation.mapping(), of(name), Shown::both));
    Set<String> expected = new TreeSet<>();
    directions.forEach(
        (mapping, all) -> all.forEach(d -> file(mapping, d).ifPresent(expected::add)));
    return expected;
  }

  private static List<String> of(String name) {
    boolean theyCall = name.equals(Connector.RESULTS) || name.equals(Connector.FILE);
    return theyCall ? List.of("result") : List.of("request", "reply");
  }

  private static List<String> both(List<String> a, List<String> b) {
    return Stream.concat(a.stream(), b.stream()).distinct().toList();
  }

  /** The mapping's own sheet, else the one that all share. */
  private Optional<String> file(String mapping, String direction) {
    return Stream.of(mapping + "." + direction + ".xsl", direction + ".xsl")
        .filter(name -> connector.bundle().file(FOLDER + name).isPresent())
        .findFirst();
  }
}
