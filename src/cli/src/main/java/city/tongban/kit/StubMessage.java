package city.tongban.kit;

import city.tongban.canonical.HubException;
import city.tongban.canonical.SafeXml;
import city.tongban.connector.Connector;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A message that a stub received, read leniently: a field that is missing has no value, whatever
 * the reason.
 *
 * @param text the document itself, without form or envelope
 */
record StubMessage(String text) {
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final JsonMapper JSON = new JsonMapper();

  /** Reads the document from a request body, in the format that the connector declares. */
  static StubMessage of(Connector connector, byte[] body) {
    String text = new String(body, connector.charset());
    if (connector.soap() != null) {
      return new StubMessage(inside(text));
    }
    return new StubMessage(connector.form() == null ? text : field(text, connector));
  }

  private static String field(String form, Connector connector) {
    for (String pair : form.split("&", -1)) {
      if (pair.startsWith(connector.form() + "=")) {
        return URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), connector.charset());
      }
    }
    return "";
  }

  /** The child element of the SOAP Body, or the document that the Body carries as text. */
  private static String inside(String envelope) {
    try {
      NodeList bodies = SafeXml.parse(bare(envelope)).getElementsByTagNameNS(SOAP, "Body");
      Element child = bodies.getLength() == 0 ? null : first(bodies.item(0));
      if (child == null) {
        return "";
      }
      Element argument = first(child);
      return argument != null && isText(argument) ? argument.getTextContent() : SafeXml.text(child);
    } catch (HubException noXml) {
      return "";
    }
  }

  private static boolean isText(Element argument) {
    return first(argument) == null && argument.getTextContent().strip().startsWith("<");
  }

  /**
   * The value at a path of names, {@code /sqr/xm}; in XML the path starts at the outermost element.
   */
  @Nullable String value(String path) {
    return text.strip().startsWith("<") ? ofXml(path) : ofJson(path);
  }

  private @Nullable String ofJson(String path) {
    try {
      JsonNode found = JSON.readTree(text).at(path);
      return found.isValueNode() ? found.asText() : null;
    } catch (JsonProcessingException | IllegalArgumentException noJson) {
      return null;
    }
  }

  private @Nullable String ofXml(String path) {
    try {
      Node here = SafeXml.parse(bare(text));
      for (String step : path.substring(1).split("/", -1)) {
        Element next = first(here);
        while (next != null && !Objects.equals(next.getLocalName(), step)) {
          next = after(next);
        }
        if (next == null) {
          return null;
        }
        here = next;
      }
      return here.getTextContent();
    } catch (HubException noXml) {
      return null;
    }
  }

  private static @Nullable Element first(Node parent) {
    Node child = parent.getFirstChild();
    return child == null || child instanceof Element ? (Element) child : after(child);
  }

  private static @Nullable Element after(Node one) {
    Node next = one.getNextSibling();
    while (next != null && !(next instanceof Element)) {
      next = next.getNextSibling();
    }
    return (Element) next;
  }

  private static String bare(String xml) {
    return xml.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
  }
}
