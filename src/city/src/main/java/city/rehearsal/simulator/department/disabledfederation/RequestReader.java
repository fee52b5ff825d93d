package city.rehearsal.simulator.department.disabledfederation;

import city.rehearsal.simulator.core.Fields;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.core.Xml;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads a form with one field, {@code data}, which holds a REQUEST document of plain fields. */
final class RequestReader {
  private static final String FIELD = "data=";

  private RequestReader() {}

  static Fields read(byte[] body) throws FormatException {
    try {
      String form = Text.decode(body, StandardCharsets.US_ASCII);
      if (!form.startsWith(FIELD) || form.indexOf('&') >= 0) {
        throw new FormatException("data必须是表单的唯一字段");
      }
      String document = URLDecoder.decode(form.substring(FIELD.length()), StandardCharsets.UTF_8);
      if (document.indexOf('\uFFFD') >= 0) {
        throw new FormatException("data不是UTF-8");
      }
      return fields(document);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new FormatException("data不是表单编码");
    }
  }

  private static Fields fields(String document) throws FormatException {
    try {
      Element root = Xml.parse(document).getDocumentElement();
      if (!root.getNodeName().equals("REQUEST")) {
        throw new FormatException("REQUEST缺失");
      }
      return new Fields(Xml.fields(root, null));
    } catch (SAXException e) {
      throw new FormatException("REQUEST不是格式良好的XML");
    }
  }
}
