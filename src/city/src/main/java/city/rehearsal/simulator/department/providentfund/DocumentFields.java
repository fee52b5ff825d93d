package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.core.Xml;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The fields of a question's document, by name; none may occur twice. */
final class DocumentFields {
  private static final Pattern NOT_BLANK = Pattern.compile("\\S|\\S[^\\r\\n]*\\S");

  private final Map<String, String> fields = new HashMap<>();

  private DocumentFields() {}

  /**
   * Reads a document.
   *
   * @param about the element below {@code Document}, which is the type of the question
   */
  static DocumentFields read(byte[] document, String about) throws FundException {
    try {
      String text = Text.decode(document, StandardCharsets.UTF_8);
      Element root = Xml.parse(text).getDocumentElement();
      Node first = root.getFirstChild();
      boolean expected =
          AnswerDocument.NAMESPACE.equals(root.getNamespaceURI())
              && root.getLocalName().equals("Document")
              && first instanceof Element
              && first.getLocalName().equals(about);
      if (!expected) {
        throw new FundException("1002", "报文体不是" + about);
      }
      DocumentFields fields = new DocumentFields();
      fields.collect((Element) first);
      return fields;
    } catch (CharacterCodingException e) {
      throw new FundException("1002", "报文体不是UTF-8");
    } catch (SAXException e) {
      throw new FundException("1002", "报文体不是格式良好的XML");
    }
  }

  private void collect(Element element) throws FundException {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        if (child.getElementsByTagName("*").getLength() > 0) {
          collect(child);
        } else if (fields.put(child.getLocalName(), child.getTextContent()) != null) {
          throw new FundException("1002", "字段" + child.getLocalName() + "重复");
        }
      }
    }
  }

  String text(String field) throws FundException {
    String text = fields.get(field);
    if (text == null || !NOT_BLANK.matcher(text).matches()) {
      throw new FundException("1002", "字段" + field + "缺失");
    }
    if (field.equals("xingming") && Text.flawInName(text).isPresent()) {
      throw new FundException("1002", "字段xingming有误");
    }
    return text;
  }

  String text(String field, String shape) throws FundException {
    String text = text(field);
    if (!text.matches(shape)) {
      throw new FundException("1002", "字段" + field + "有误");
    }
    return text;
  }
}
