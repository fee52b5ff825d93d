package city.tongban.kit.source;

import city.tongban.canonical.SafeXml;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaAll;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaGroupParticle;
import org.apache.ws.commons.schema.XmlSchemaGroupRef;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentExtension;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.apache.ws.commons.schema.XmlSchemaUse;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/** Reads the shapes of messages out of an XSD. */
public final class XsdShapes {
  private static final int FIELDS_MAX = 3_000;

  private final XmlSchemaCollection schemas = new XmlSchemaCollection();
  private final Supplier<RuntimeException> endless;
  private int fields;

  /**
   * Creates a reader.
   *
   * @param beside the text of a schema that another one includes, by its full path
   * @param endless thrown where a type contains itself
   */
  public XsdShapes(Function<String, Optional<String>> beside, Supplier<RuntimeException> endless) {
    this.endless = endless;
    schemas.setSchemaResolver(
        (namespace, location, base) -> {
          String place = base == null ? location : URI.create(base).resolve(location).toString();
          String text =
              beside
                  .apply(place)
                  .orElseThrow(() -> new IllegalArgumentException(location + " is not beside it"));
          SafeXml.parse(bare(text)); // the library's own parser would read a DOCTYPE
          InputSource source = new InputSource(new StringReader(bare(text)));
          source.setSystemId(place);
          return source;
        });
  }

  /** Adds a schema; returns the names of its global elements in order. */
  public List<QName> add(String place, String text) {
    XmlSchema schema = schemas.read(SafeXml.parse(bare(text)), place);
    List<QName> names = new ArrayList<>();
    schema.getItems().stream()
        .filter(XmlSchemaElement.class::isInstance)
        .forEach(e -> names.add(((XmlSchemaElement) e).getQName()));
    return names;
  }

  /** The shape of a message by its root element; empty when there is no such element. */
  public Optional<MessageField> message(QName name) {
    fields = 0;
    return Optional.ofNullable(schemas.getElementByQName(name)).map(e -> element(e, true, 0));
  }

  private static String bare(String text) {
    return text.replaceFirst("^\\uFEFF?\\s*<\\?xml[^>]*\\?>", "");
  }

  private MessageField element(XmlSchemaElement given, boolean required, int depth) {
    if (depth > 30 || ++fields > FIELDS_MAX) {
      throw endless.get();
    }
    XmlSchemaElement element = given.isRef() ? given.getRef().getTarget() : given;
    // a global element is in its schema's namespace, whatever the form of local elements
    QName name = depth == 0 || given.isRef() ? element.getQName() : element.getWireName();
    @Nullable String namespace = name.getNamespaceURI().isEmpty() ? null : name.getNamespaceURI();
    MessageField shape =
        body(element, name.getLocalPart(), required && given.getMinOccurs() > 0, depth)
            .in(namespace);
    return given.getMaxOccurs() > 1 ? shape.list() : shape;
  }

  private MessageField body(XmlSchemaElement element, String name, boolean required, int depth) {
    XmlSchemaType type = element.getSchemaType();
    if (type instanceof XmlSchemaComplexType complex && !isText(complex)) {
      List<MessageField> children = new ArrayList<>();
      complex(complex, depth, children);
      return MessageField.group(name, required, children);
    }
    return XsdTexts.leaf(
        name, required, type, element.getSchemaTypeName(), fixed(element), this::type);
  }

  private static @Nullable String fixed(XmlSchemaElement element) {
    return element.getFixedValue();
  }

  private static boolean isText(XmlSchemaComplexType type) {
    return type.getContentModel() != null
        && type.getContentModel().getContent() instanceof XmlSchemaSimpleContentExtension;
  }

  private @Nullable XmlSchemaType type(QName name) {
    return schemas.getTypeByQName(name);
  }

  private void complex(XmlSchemaComplexType type, int depth, List<MessageField> into) {
    if (type.getContentModel() != null
        && type.getContentModel().getContent() instanceof XmlSchemaComplexContentExtension more) {
      if (type(more.getBaseTypeName()) instanceof XmlSchemaComplexType base) {
        complex(base, depth + 1, into);
      }
      attributes(more.getAttributes(), into);
      particle(more.getParticle(), true, depth, into);
      return;
    }
    attributes(type.getAttributes(), into);
    particle(type.getParticle(), true, depth, into);
  }

  /** Required attributes come first: an attribute cannot follow an element. */
  private void attributes(List<?> attributes, List<MessageField> into) {
    List<MessageField> needed =
        attributes.stream()
            .filter(XmlSchemaAttribute.class::isInstance)
            .map(XmlSchemaAttribute.class::cast)
            .filter(a -> a.getUse() == XmlSchemaUse.REQUIRED && !a.isRef())
            .map(
                a ->
                    XsdTexts.leaf(
                        "@" + a.getName(),
                        true,
                        a.getSchemaType(),
                        a.getSchemaTypeName(),
                        a.getFixedValue(),
                        this::type))
            .toList();
    into.addAll(0, needed);
  }

  private void particle(
      @Nullable Object particle, boolean required, int depth, List<MessageField> into) {
    if (particle instanceof XmlSchemaElement element) {
      into.add(element(element, required, depth + 1));
    } else if (particle instanceof XmlSchemaGroupRef group) {
      particle(group.getParticle(), required && group.getMinOccurs() > 0, depth + 1, into);
    } else if (particle instanceof XmlSchemaChoice choice) {
      // of several alternatives, the first represents all
      choice.getItems().stream()
          .limit(1)
          .forEach(c -> particle(c, required && choice.getMinOccurs() > 0, depth + 1, into));
    } else if (particle instanceof XmlSchemaGroupParticle all) {
      members(all).forEach(m -> particle(m, required && all.getMinOccurs() > 0, depth + 1, into));
    }
  }

  private static Stream<?> members(XmlSchemaGroupParticle particle) {
    return particle instanceof XmlSchemaSequence sequence
        ? sequence.getItems().stream()
        : particle instanceof XmlSchemaAll all ? all.getItems().stream() : Stream.empty();
  }
}
