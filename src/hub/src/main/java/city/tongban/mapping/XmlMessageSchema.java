package city.tongban.mapping;

import city.tongban.canonical.Fault;
import city.tongban.canonical.SafeXml;
import city.tongban.canonical.SchemaValidator;
import city.tongban.connector.Bundle;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An XSD of the bundle; includes are resolved inside the bundle. */
final class XmlMessageSchema implements MessageSchema {
  private final SchemaValidator gate;

  XmlMessageSchema(Bundle bundle, String backEnd, String path, String code) {
    try {
      gate =
          new SchemaValidator(
              SafeXml.schema(
                  SecureSaxon.BUNDLE + path,
                  bundle.file(path).orElseThrow(),
                  place -> bundle.file(place.replaceFirst("^" + SecureSaxon.BUNDLE, ""))),
              code,
              "the XML fails its schema");
    } catch (SAXException | IllegalArgumentException e) {
      throw Fault.of(
              "HUB-8009",
              "%s%s is not a usable XSD",
              BundlePath.shown(backEnd, path),
              e instanceof SAXParseException at ? " line " + at.getLineNumber() : "")
          .because(String.valueOf(e.getMessage()))
          .fix("correct the schema; it may include only schemas of its bundle")
          .causedBy(e);
    }
  }

  @Override
  public void check(String text) {
    document(text);
  }

  Document document(String text) {
    return gate.check(text);
  }
}
