package city.rehearsal.simulator.disabledfederation;

import city.rehearsal.simulator.core.Text;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A form with one field, {@code data}, which holds a REQUEST document of plain fields. */
final class RequestForm {
  private static final String FIELD = "data=";

  private RequestForm() {}

  static Map<String, String> read(byte[] body) throws FieldError {
    try {
      String form = Text.decode(body, StandardCharsets.US_ASCII);
      if (!form.startsWith(FIELD) || form.indexOf('&') >= 0) {
        throw new FieldError("data", "必须是表单的唯一字段");
      }
      String document = URLDecoder.decode(form.substring(FIELD.length()), StandardCharsets.UTF_8);
      if (document.indexOf('\uFFFD') >= 0) {
        throw new FieldError("data", "不是UTF-8");
      }
      return fields(root(document));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new FieldError("data", "不是表单编码");
    }
  }

  private static Element root(String document) throws FieldError {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default writes to the error stream
      Element root =
          builder.parse(new InputSource(new StringReader(document))).getDocumentElement();
      if (!root.getNodeName().equals("REQUEST")) {
        throw new FieldError("REQUEST", "缺失");
      }
      return root;
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new FieldError("REQUEST", "不是格式良好的XML");
    }
  }

  private static Map<String, String> fields(Element root) throws FieldError {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element field) {
        boolean plain = field.getElementsByTagName("*").getLength() == 0;
        if (!plain || fields.put(field.getNodeName(), field.getTextContent()) != null) {
          throw new FieldError(field.getNodeName(), "重复或不是文本");
        }
      } else if (!node.getTextContent().isBlank()) {
        throw new FieldError("REQUEST", "含多余文本");
      }
    }
    return fields;
  }
}
