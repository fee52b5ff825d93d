package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The bundle's {@code codes/*.csv}: our code, their code, what it means. */
final class CodeLists {
  private static final String HEAD = "ours,theirs,title";
  private static final String FOLDER = "mappings/codes/";

  private final Map<String, Map<String, String>> theirs = new HashMap<>();
  private final Map<String, Map<String, String>> ours = new HashMap<>();

  private final BiConsumer<String, String> used;

  private CodeLists(BiConsumer<String, String> used) {
    this.used = used;
  }

  /**
   * The lists of a connector.
   *
   * @param used told of each translation: the list, and their code
   */
  static CodeLists of(Connector connector, BiConsumer<String, String> used) {
    CodeLists lists = new CodeLists(used);
    for (String path : connector.bundle().under(FOLDER)) {
      byte[] csv = connector.bundle().file(path).orElseThrow();
      String name = path.substring(FOLDER.length()).replace(".csv", "");
      lists.read(connector.backEnd(), name, new String(csv, UTF_8));
    }
    return lists;
  }

  Optional<String> theirs(String list, String code) {
    Optional<String> found = Optional.ofNullable(theirs.getOrDefault(list, Map.of()).get(code));
    found.ifPresent(their -> used.accept(list, their));
    return found;
  }

  Optional<String> ours(String list, String code) {
    Optional<String> found = Optional.ofNullable(ours.getOrDefault(list, Map.of()).get(code));
    found.ifPresent(x -> used.accept(list, code));
    return found;
  }

  boolean has(String list) {
    return theirs.containsKey(list);
  }

  private void read(String backEnd, String name, String csv) {
    List<String> lines = csv.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      throw wrong(backEnd, name, 1, "the first line must be " + HEAD);
    }
    Map<String, String> out = theirs.computeIfAbsent(name, x -> new HashMap<>());
    Map<String, String> in = ours.computeIfAbsent(name, x -> new HashMap<>());
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", 3);
      if (cells.length < 3 || cells[0].isBlank() || cells[1].isBlank()) {
        throw wrong(backEnd, name, i + 1, "three cells are needed");
      }
      if (in.put(cells[1], cells[0]) != null) {
        throw wrong(backEnd, name, i + 1, "their code " + cells[1] + " stands twice");
      }
      // several of theirs may mean one of ours; then the first one is what we say
      out.putIfAbsent(cells[0], cells[1]);
    }
  }

  private static Fault wrong(String backEnd, String name, int line, String why) {
    return Fault.of("HUB-8009", "mappings/%s/codes/%s.csv line %d: %s", backEnd, name, line, why)
        .fix("correct the line");
  }
}
