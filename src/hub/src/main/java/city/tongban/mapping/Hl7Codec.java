package city.tongban.mapping;

import city.tongban.connector.Connector;
import javax.xml.transform.dom.DOMSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;

/**
 * HL7 v2 in ER7. Stylesheets read and write an element for each segment, field and component, named
 * by their places: {@code PID}, {@code PID.3}, {@code PID.3.1}.
 */
final class Hl7Codec implements Codec {
  private final Connector connector;
  private final SecureSaxon saxon;

  Hl7Codec(Connector connector, SecureSaxon saxon) {
    this.connector = connector;
    this.saxon = saxon;
  }

  @Override
  public String schemas() {
    return ".xsd";
  }

  @Override
  public MessageSchema gate(String path, String code) {
    return new XmlMessageSchema(connector.bundle(), connector.backEnd(), path, code);
  }

  @Override
  public XdmNode read(String text, MessageSchema gate) {
    try {
      return saxon
          .processor()
          .newDocumentBuilder()
          .build(new DOMSource(((XmlMessageSchema) gate).document(Er7Reader.xml(text))));
    } catch (SaxonApiException e) {
      throw new IllegalStateException("a document that was parsed cannot be built", e);
    }
  }

  @Override
  public String write(XdmNode tree, MessageSchema gate) {
    gate.check(XmlCodec.text(saxon, tree));
    return Er7Writer.text(tree);
  }
}
