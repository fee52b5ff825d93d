package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The code lists of a bundle, {@code codes/*.csv}. */
final class CodeLists {
  private static final String FOLDER = "mappings/codes/";

  private final Map<String, CodeList> byName = new TreeMap<>();

  private final BiConsumer<String, Integer> used;

  private CodeLists(BiConsumer<String, Integer> used) {
    this.used = used;
  }

  /**
   * The lists of a connector.
   *
   * @param used called for each translation with the list and the number of the line
   */
  static CodeLists of(Connector connector, BiConsumer<String, Integer> used) {
    CodeLists lists = new CodeLists(used);
    for (String path : connector.bundle().under(FOLDER)) {
      byte[] csv = connector.bundle().file(path).orElseThrow();
      String name = path.substring(FOLDER.length()).replace(".csv", "");
      lists.byName.put(
          name, new CodeListFile(connector.backEnd(), name).read(new String(csv, UTF_8)));
    }
    return lists;
  }

  /** Translates a code; refuses an ambiguous one. */
  String translated(String list, CodeLookup question) throws UnknownCode {
    CodeLine line = named(list).line(question);
    used.accept(list, line.number());
    return question.way().to(line);
  }

  CodeList named(String name) {
    CodeList list = byName.get(name);
    if (list == null) {
      throw Fault.of("HUB-8005", "a stylesheet uses codes/%s.csv, which does not exist", name)
          .fix("add the list, or correct its name in the stylesheet");
    }
    return list;
  }

  Map<String, CodeList> all() {
    return Map.copyOf(byName);
  }

  /** Gaps in the validity of codes, as sentences. */
  List<String> gaps() {
    return byName.values().stream().flatMap(list -> list.gaps().stream()).toList();
  }
}
