package city.tongban.mapping;

import city.tongban.connector.Connector;
import java.util.Objects;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;

/** JSON: stylesheets read and write the {@code fn:map} form of XPath 3.1. */
final class JsonCodec implements Codec {
  private static final QName GIVEN = new QName("given");

  private final Connector connector;
  private final XPathExecutable reading;

  JsonCodec(Connector connector, SecureSaxon saxon) {
    this.connector = connector;
    XPathCompiler compiler = saxon.processor().newXPathCompiler();
    compiler.declareVariable(GIVEN, ItemType.STRING, OccurrenceIndicator.ONE);
    try {
      this.reading = compiler.compile("json-to-xml($given)");
    } catch (SaxonApiException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String schemas() {
    return ".json";
  }

  @Override
  public MessageSchema gate(String path, String code) {
    return new JsonMessageSchema(connector.bundle(), connector.backEnd(), path, code);
  }

  @Override
  public XdmNode read(String text, MessageSchema gate) {
    gate.check(text);
    XPathSelector selector = reading.load();
    try {
      selector.setVariable(GIVEN, new XdmAtomicValue(text));
      return (XdmNode) Objects.requireNonNull(selector.evaluateSingle());
    } catch (SaxonApiException e) {
      throw Stylesheet.failed("the JSON form", e);
    }
  }

  @Override
  public String write(XdmNode tree, MessageSchema gate) {
    String json = JsonTree.of(tree).toString();
    gate.check(json);
    return json;
  }
}
