package city.tongban.kit.source;

import city.tongban.canonical.SafeXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads a contract in WSDL 1.1, document-literal: the child element of the Body is the message. */
final class Wsdl {
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final String XS = "http://www.w3.org/2001/XMLSchema";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private final SourceFile source;
  private final Document wsdl;
  private final XsdFiles files;

  /** File by namespace. */
  private final Map<String, String> byNamespace = new HashMap<>();

  private Wsdl(SourceFile source) {
    this.source = source;
    this.wsdl = source.xml();
    this.files = new XsdFiles(source);
  }

  static ServiceContract read(SourceFile source, @Nullable String wanted) {
    return new Wsdl(source).contract(wanted);
  }

  private ServiceContract contract(@Nullable String wanted) {
    if (!WSDL.equals(wsdl.getDocumentElement().getNamespaceURI())) {
      throw source.broken(1, "it is no WSDL 1.1");
    }
    XsdShapes shapes = shapes();
    Element operation = operation(wanted);
    String name = operation.getAttribute("name");
    QName in = message(operation, "input");
    MessageField request = Xsd.message(source, shapes, in);
    Optional<MessageField> reply =
        child(operation, "output")
            .map(x -> Xsd.message(source, shapes, message(operation, "output")));
    if (isOneText(request)) {
      throw source.tooLittle(
          "its operation %s takes a whole document as one text".formatted(name),
          "give the XSD of that document, then set 'transport: soap' and 'soap.text' as"
              + " connectors/human-resources does");
    }
    @Nullable String file = byNamespace.get(in.getNamespaceURI());
    if (file == null || in.getNamespaceURI().isEmpty()) {
      throw source.tooLittle(
          "the message of %s is in no namespace of its own schemas".formatted(name),
          "give a WSDL that holds its types");
    }
    return Xsd.contract(
        ServiceContract.Wire.SOAP, name, in.getNamespaceURI(), request, reply, file, files);
  }

  private static boolean isOneText(MessageField request) {
    return request.children().size() == 1
        && request.children().get(0).kind() == MessageField.Kind.TEXT
        && CanonicalFieldGuess.of(request.children().get(0).name()) == null;
  }

  /** The shapes of the types: each schema becomes a file, and imports are resolved by namespace. */
  private XsdShapes shapes() {
    List<Element> schemas = all(XS, "schema");
    if (schemas.isEmpty()) {
      throw source.tooLittle("it holds no types", "give a WSDL that holds its types");
    }
    for (int i = 0; i < schemas.size(); i++) {
      byNamespace.put(
          schemas.get(i).getAttribute("targetNamespace"),
          i == 0 ? "contract.xsd" : "contract-" + (i + 1) + ".xsd");
    }
    schemas.forEach(this::file);
    XsdShapes shapes = new XsdShapes(files::beside, () -> JsonSample.deep(source));
    byNamespace.values().stream()
        .sorted()
        .forEach(
            file -> {
              files.check(file);
              shapes.add(XsdFiles.place(file), files.text(file));
            });
    return shapes;
  }

  private void file(Element schema) {
    for (Node above = schema.getParentNode();
        above instanceof Element e;
        above = e.getParentNode()) {
      NamedNodeMap attributes = e.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        Node prefix = attributes.item(i);
        boolean declared = XMLNS.equals(prefix.getNamespaceURI());
        if (declared && !schema.hasAttributeNS(XMLNS, prefix.getLocalName())) {
          schema.setAttributeNS(XMLNS, prefix.getNodeName(), prefix.getNodeValue());
        }
      }
    }
    NodeList imports = schema.getElementsByTagNameNS(XS, "import");
    for (int i = 0; i < imports.getLength(); i++) {
      Element one = (Element) imports.item(i);
      @Nullable String file = byNamespace.get(one.getAttribute("namespace"));
      if (file != null) {
        one.setAttribute("schemaLocation", file);
      }
    }
    String target = schema.getAttribute("targetNamespace");
    files.add(byNamespace.getOrDefault(target, "contract.xsd"), SafeXml.text(schema) + "\n");
  }

  private Element operation(@Nullable String wanted) {
    List<Element> operations =
        all(WSDL, "operation").stream()
            .filter(o -> o.getParentNode().getLocalName().equals("portType"))
            .toList();
    return operations.stream()
        .filter(o -> wanted == null || o.getAttribute("name").equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                source.tooLittle(
                    wanted == null ? "it has no operation" : "it has no operation " + wanted,
                    "name one with --operation; there are "
                        + operations.stream().map(o -> o.getAttribute("name")).toList()));
  }

  /** The element that a direction of an operation carries. */
  private QName message(Element operation, String direction) {
    String name = operation.getAttribute("name");
    Element end =
        child(operation, direction)
            .orElseThrow(
                () ->
                    source.tooLittle(
                        "operation " + name + " has no " + direction,
                        "take another with --operation"));
    String message = local(end.getAttribute("message"));
    return all(WSDL, "message").stream()
        .filter(m -> m.getAttribute("name").equals(message))
        .flatMap(m -> child(m, "part").stream())
        .filter(part -> part.hasAttribute("element"))
        .map(part -> qualified(part, part.getAttribute("element")))
        .findFirst()
        .orElseThrow(
            () ->
                source.tooLittle(
                    "operation %s is not document-literal: its message %s has no part by element"
                        .formatted(name, message),
                    "ask them for a document-literal contract, or give the XSD of their"
                        + " documents"));
  }

  private static QName qualified(Element at, String name) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? null : name.substring(0, colon);
    @Nullable String namespace = at.lookupNamespaceURI(prefix);
    return new QName(namespace == null ? "" : namespace, local(name));
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static Optional<Element> child(Element parent, String name) {
    NodeList found = parent.getElementsByTagNameNS(WSDL, name);
    return Optional.ofNullable((Element) found.item(0));
  }

  private List<Element> all(String namespace, String name) {
    NodeList found = wsdl.getElementsByTagNameNS(namespace, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
