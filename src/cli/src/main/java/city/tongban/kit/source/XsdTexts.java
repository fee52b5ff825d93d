package city.tongban.kit.source;

import city.tongban.kit.source.MessageField.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMaxLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMinInclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaMinLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaPatternFacet;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentExtension;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.jspecify.annotations.Nullable;

/** The constraints that a simple type of an XSD sets. */
final class XsdTexts {
  private static final String XS = "http://www.w3.org/2001/XMLSchema";

  /** Sample values of built-in types; a type that is not listed takes any text. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "date", "2018-08-01",
          "dateTime", "2018-08-01T09:00:00+08:00",
          "time", "09:00:00",
          "gYear", "2018",
          "gYearMonth", "2018-08",
          "base64Binary", "5L2g",
          "hexBinary", "0A",
          "anyURI", "http://127.0.0.1/",
          "duration", "P1D",
          "language", "zh");

  private static final List<String> NUMBERS =
      List.of(
          "decimal",
          "integer",
          "int",
          "long",
          "short",
          "byte",
          "double",
          "float",
          "nonNegativeInteger",
          "positiveInteger",
          "unsignedInt",
          "unsignedLong",
          "unsignedShort",
          "unsignedByte");

  private final List<String> words = new ArrayList<>();
  private @Nullable String pattern;
  private @Nullable String sample;
  private int lengthMin;
  private int lengthMax = Integer.MAX_VALUE;
  private Kind kind = Kind.TEXT;

  private XsdTexts() {}

  static MessageField leaf(
      String name,
      boolean required,
      @Nullable XmlSchemaType type,
      @Nullable QName typeName,
      @Nullable String fixed,
      Function<QName, @Nullable XmlSchemaType> types) {
    XsdTexts texts = new XsdTexts();
    texts.look(type, typeName, types, 0);
    if (fixed != null) {
      texts.words.clear();
      texts.words.add(fixed);
    }
    TextConstraints facts =
        new TextConstraints(
            texts.sample, texts.words, texts.pattern, texts.lengthMin, texts.lengthMax);
    return MessageField.leaf(name, texts.kind, required, facts);
  }

  private void look(
      @Nullable XmlSchemaType type,
      @Nullable QName name,
      Function<QName, @Nullable XmlSchemaType> types,
      int depth) {
    if (name != null && name.getNamespaceURI().equals(XS)) {
      builtIn(name.getLocalPart());
      return;
    }
    @Nullable XmlSchemaType known = type == null && name != null ? types.apply(name) : type;
    if (depth > 20) {
      return;
    }
    if (known instanceof XmlSchemaComplexType complex
        && complex.getContentModel() != null
        && complex.getContentModel().getContent() instanceof XmlSchemaSimpleContentExtension text) {
      look(null, text.getBaseTypeName(), types, depth + 1);
    } else if (known instanceof XmlSchemaSimpleType simple
        && simple.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction) {
      restriction.getFacets().forEach(this::facet);
      look(restriction.getBaseType(), restriction.getBaseTypeName(), types, depth + 1);
    } else if (known != null && known.getQName() != null) {
      builtIn(known.getQName().getLocalPart());
    }
  }

  private void builtIn(String local) {
    if (NUMBERS.contains(local)) {
      kind = Kind.NUMBER;
    } else if (local.equals("boolean")) {
      kind = Kind.BOOLEAN;
    } else if (sample == null && pattern == null) {
      sample = SAMPLES.get(local);
    }
  }

  /** The facet of the nearest type counts: a type can only restrict its base type. */
  private void facet(XmlSchemaFacet facet) {
    String value = String.valueOf(facet.getValue());
    if (facet instanceof XmlSchemaEnumerationFacet) {
      words.add(value);
    } else if (facet instanceof XmlSchemaPatternFacet) {
      pattern = pattern == null ? value : pattern;
    } else if (facet instanceof XmlSchemaLengthFacet) {
      lengthMin = Integer.parseInt(value);
      lengthMax = lengthMin;
    } else if (facet instanceof XmlSchemaMinLengthFacet) {
      lengthMin = Math.max(lengthMin, Integer.parseInt(value));
    } else if (facet instanceof XmlSchemaMaxLengthFacet) {
      lengthMax = Math.min(lengthMax, Integer.parseInt(value));
    } else if (facet instanceof XmlSchemaMinInclusiveFacet) {
      sample = value;
    }
  }
}
