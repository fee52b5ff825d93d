package city.tongban.replay;

import city.tongban.canonical.HubException;
import city.tongban.canonical.SafeXml;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Node;

/** The fields of a document: each value with its path. */
final class DocumentFields {
  /** The path of a text that is not a document: the whole text is one field. */
  private static final String WHOLE = "/";

  // exact, so that 5200 and 5.2E3 differ as they do for a back-end
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final SortedMap<String, String> found = new TreeMap<>();

  private DocumentFields() {}

  static SortedMap<String, String> of(String text) {
    DocumentFields fields = new DocumentFields();
    String start = text.stripLeading();
    try {
      if (start.startsWith("<")) {
        fields.xml("", SafeXml.parse(text.strip()).getDocumentElement());
      } else if (start.startsWith("{") || start.startsWith("[")) {
        fields.json("", JSON.readTree(text));
      } else if (!text.isEmpty()) {
        fields.found.put(WHOLE, text);
      }
    } catch (JsonProcessingException | HubException e) {
      fields.found.clear();
      fields.found.put(WHOLE, text);
    }
    return fields.found;
  }

  private void json(String path, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(entry -> json(path + "/" + entry.getKey(), entry.getValue()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        json(path + "[" + (i + 1) + "]", node.get(i));
      }
    } else {
      found.put(path.isEmpty() ? WHOLE : path, node.asText());
    }
  }

  private void xml(String path, Node element) {
    String here = path + "/" + element.getNodeName();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      found.put(here + "/@" + attribute.getNodeName(), attribute.getNodeValue());
    }
    Map<String, Integer> seen = new HashMap<>();
    boolean leaf = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        leaf = false;
        int nth = seen.merge(child.getNodeName(), 1, Integer::sum);
        xml(nth == 1 ? here : here + "[" + nth + "]", child);
      }
    }
    if (leaf) {
      found.put(here, element.getTextContent());
    }
  }
}
