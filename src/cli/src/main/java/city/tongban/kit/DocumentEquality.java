package city.tongban.kit;

import city.tongban.canonical.SafeXml;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Compares two documents by their content; white space between elements does not count. */
final class DocumentEquality {
  // exact, so that 5200 and 5.2E3 differ as they do for a partner
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private DocumentEquality() {}

  /** The first difference in a sentence; empty when the contents are equal. */
  static Optional<String> difference(String codec, String expected, String made) {
    return switch (codec) {
      case "json" -> ofTrees(json(expected), json(made));
      case "xml" -> ofTrees(xml(expected), xml(made));
      default -> ofTrees(expected, made);
    };
  }

  private static Optional<String> ofTrees(Object expected, Object made) {
    if (expected.equals(made)) {
      return Optional.empty();
    }
    List<String> wanted = expected.toString().lines().toList();
    List<String> found = made.toString().lines().toList();
    for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
      String want = i < wanted.size() ? wanted.get(i).strip() : "nothing";
      String got = i < found.size() ? found.get(i).strip() : "nothing";
      if (!want.equals(got)) {
        return Optional.of("expected %s, made %s".formatted(want, got));
      }
    }
    return Optional.of("they differ");
  }

  private static Object json(String text) {
    try {
      return new Tree(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no JSON", e);
    }
  }

  /** A JSON tree that is compared by value and printed with one line for each field. */
  private record Tree(JsonNode node) {
    @Override
    public String toString() {
      return node.toPrettyString();
    }
  }

  private static String xml(String text) {
    Document document = SafeXml.parse(text.strip());
    List<String> lines = new ArrayList<>();
    write(document.getDocumentElement(), "", lines);
    return String.join("\n", lines);
  }

  private static void write(Node node, String path, List<String> lines) {
    String here = path + "/" + node.getNodeName();
    StringBuilder line = new StringBuilder(here);
    for (int i = 0; i < node.getAttributes().getLength(); i++) {
      line.append(' ').append(node.getAttributes().item(i));
    }
    boolean leaf = true;
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      leaf &= child.getNodeType() != Node.ELEMENT_NODE;
    }
    lines.add(leaf ? line + " = " + node.getTextContent() : line.toString());
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        write(child, here, lines);
      } else if (!leaf && !child.getTextContent().isBlank()) {
        lines.add(here + "/text() = " + child.getTextContent().strip());
      }
    }
  }
}
