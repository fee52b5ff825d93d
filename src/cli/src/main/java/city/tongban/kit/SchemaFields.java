package city.tongban.kit;

import city.tongban.canonical.SafeXml;
import city.tongban.connector.Connector;
import city.tongban.kit.source.JsonShapes;
import city.tongban.kit.source.MessageField;
import city.tongban.kit.source.XsdShapes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The fields that a connector's schemas define, and those that messages have set. */
final class SchemaFields {
  private static final String FOLDER = "mappings/schema/";
  private static final JsonMapper JSON = new JsonMapper();

  private final Connector connector;

  /** Fields by the schema's file. */
  private final Map<String, Set<String>> known = new TreeMap<>();

  private final Set<String> roots = new HashSet<>();
  private final Map<String, Set<String>> set = new HashMap<>();

  SchemaFields(Connector connector) {
    this.connector = connector;
  }

  /** Records the fields of a message that its mapping's schema has accepted. */
  void set(String mapping, String document) {
    boolean json = connector.codec().equals("json");
    gate(mapping, json ? ".json" : ".xsd")
        .ifPresent(
            gate -> {
              Set<String> fields = set.computeIfAbsent(gate, x -> new TreeSet<>());
              if (json) {
                known.computeIfAbsent(gate, this::ofJson);
                json(parsed(document), "", fields);
              } else {
                Element root = SafeXml.parse(bare(document)).getDocumentElement();
                if (roots.add(gate + " " + root.getNodeName())) {
                  known.computeIfAbsent(gate, x -> new TreeSet<>()).addAll(ofXsd(gate, root));
                }
                xml(root, "", fields);
              }
            });
  }

  int known() {
    return known.values().stream().mapToInt(Set::size).sum();
  }

  /** Fields that no message has set. */
  List<String> unset() {
    List<String> unset = new ArrayList<>();
    known.forEach(
        (gate, fields) ->
            fields.stream()
                .filter(field -> !set.getOrDefault(gate, Set.of()).contains(field))
                .forEach(field -> unset.add("schema/" + gate + ": " + field)));
    return unset;
  }

  private Optional<String> gate(String mapping, String ending) {
    return Stream.of(mapping + ".request" + ending, "request" + ending)
        .filter(name -> connector.bundle().file(FOLDER + name).isPresent())
        .findFirst();
  }

  private Set<String> ofJson(String gate) {
    JsonShapes shapes =
        new JsonShapes(
            file -> text(file).map(SchemaFields::parsed).orElse(null), SchemaFields::endless);
    return leaves(shapes.read(parsed(text(gate).orElseThrow())));
  }

  /** The fields of the one message that this schema has just accepted. */
  private Set<String> ofXsd(String gate, Element root) {
    XsdShapes shapes =
        new XsdShapes(place -> text(place.replaceFirst(".*/", "")), SchemaFields::endless);
    shapes.add("contract:/" + gate, text(gate).orElseThrow());
    @Nullable String namespace = root.getNamespaceURI();
    return shapes
        .message(new QName(namespace == null ? "" : namespace, root.getLocalName()))
        .map(SchemaFields::leaves)
        .orElse(Set.of());
  }

  private static Set<String> leaves(MessageField shape) {
    Set<String> leaves = new TreeSet<>();
    shape.leaves("").forEach(leaves::add);
    return leaves;
  }

  private Optional<String> text(String file) {
    return connector
        .bundle()
        .file(FOLDER + file)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static RuntimeException endless() {
    return new IllegalArgumentException("a schema holds itself: its fields cannot be counted");
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON, behind a gate for JSON", e);
    }
  }

  private static void json(JsonNode node, String path, Set<String> into) {
    if (node.isArray()) {
      node.forEach(entry -> json(entry, path, into));
    } else if (node.isObject()) {
      node.properties().forEach(e -> json(e.getValue(), path + "/" + e.getKey(), into));
    } else {
      into.add(path);
    }
  }

  private static void xml(Element element, String above, Set<String> into) {
    String here = above + "/" + element.getLocalName();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      into.add(here + "/@" + element.getAttributes().item(i).getLocalName());
    }
    boolean leaf = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element below) {
        leaf = false;
        xml(below, here, into);
      }
    }
    if (leaf) {
      into.add(here);
    }
  }

  private static String bare(String xml) {
    return xml.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
  }
}
