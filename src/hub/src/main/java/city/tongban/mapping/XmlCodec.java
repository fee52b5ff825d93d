package city.tongban.mapping;

import city.tongban.connector.Connector;
import java.io.StringWriter;
import javax.xml.transform.dom.DOMSource;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** XML in any charset, which the XML declaration names. */
final class XmlCodec implements Codec {
  private final Connector connector;
  private final SecureSaxon saxon;
  private final CharsetCodec alphabet;

  XmlCodec(Connector connector, SecureSaxon saxon, CharsetCodec alphabet) {
    this.connector = connector;
    this.saxon = saxon;
    this.alphabet = alphabet;
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
          .build(new DOMSource(((XmlMessageSchema) gate).document(text)));
    } catch (SaxonApiException e) {
      throw new IllegalStateException("a document that was parsed cannot be built", e);
    }
  }

  @Override
  public String write(XdmNode tree, MessageSchema gate) {
    encodable(tree);
    String xml = text(saxon, tree);
    gate.check(xml);
    return "<?xml version=\"1.0\" encoding=\"" + connector.charset().name() + "\"?>" + xml;
  }

  /** Checks characters here, where they have a path; in the bytes they would have none. */
  private void encodable(XdmNode tree) {
    for (XdmNode node : (Iterable<XdmNode>) () -> tree.axisIterator(Axis.DESCENDANT)) {
      if (node.getNodeKind() == XdmNodeKind.TEXT) {
        alphabet.encode(node.getStringValue(), NodePaths.of(node.getUnderlyingNode()));
      }
    }
  }

  static String text(SecureSaxon saxon, XdmNode tree) {
    StringWriter text = new StringWriter();
    Serializer serializer = saxon.processor().newSerializer(text);
    serializer.setOutputProperty(Serializer.Property.METHOD, "xml");
    serializer.setOutputProperty(Serializer.Property.OMIT_XML_DECLARATION, "yes");
    serializer.setOutputProperty(Serializer.Property.INDENT, "no");
    try {
      serializer.serializeNode(tree);
      return text.toString();
    } catch (SaxonApiException e) {
      throw Stylesheet.failed("the XML form", e);
    }
  }
}
