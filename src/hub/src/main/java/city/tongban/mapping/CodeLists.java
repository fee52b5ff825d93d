package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The bundle's {@code codes/*.csv}: our code, their code, what it means. */
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
   * @param used told of each translation: the list, and the number of the line
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

  /** The one word that it means; what is not sure is refused. */
  String translated(String list, CodeLookup question) throws UnknownCode {
    CodeLine line = named(list).line(question);
    used.accept(list, line.number());
    return question.way().to(line);
  }

  CodeList named(String name) {
    CodeList list = byName.get(name);
    if (list == null) {
      throw Fault.of("HUB-8005", "a sheet asks for codes/%s.csv, which is not there", name)
          .fix("add the list, or correct its name in the sheet");
    }
    return list;
  }

  Map<String, CodeList> all() {
    return Map.copyOf(byName);
  }

  /** Days on which a code has no word between two that it has; each in a sentence. */
  List<String> gaps() {
    return byName.values().stream().flatMap(list -> list.gaps().stream()).toList();
  }
}
