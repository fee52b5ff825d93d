package city.tongban.bundle;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line of each key in a YAML file by its path: {@code /limits/backOff}. */
final class YamlLines {
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlLines() {}

  static YamlLines of(String yaml) {
    YamlLines lines = new YamlLines();
    Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    if (root != null) {
      lines.note("", root);
    }
    return lines;
  }

  /** The line of the key at a path; of the nearest key above where there is none. */
  int at(String path) {
    String nearest = path;
    while (!lines.containsKey(nearest) && nearest.contains("/")) {
      nearest = nearest.substring(0, nearest.lastIndexOf('/'));
    }
    return lines.getOrDefault(nearest, 1);
  }

  private void note(String path, Node node) {
    lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          String below = path + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
          lines.put(below, key.getStartMark().getLine() + 1);
          note(below, entry.getValueNode());
        }
      }
    } else if (node instanceof SequenceNode list) {
      List<Node> entries = list.getValue();
      for (int i = 0; i < entries.size(); i++) {
        note(path + "/" + i, entries.get(i));
      }
    }
  }
}
