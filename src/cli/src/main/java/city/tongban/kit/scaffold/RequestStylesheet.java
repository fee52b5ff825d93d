package city.tongban.kit.scaffold;

import city.tongban.kit.source.CanonicalFieldGuess;
import city.tongban.kit.source.MessageField;
import city.tongban.kit.source.MessageField.Kind;
import city.tongban.kit.source.ServiceContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the stylesheet that maps our case to the department's message: fields that can be guessed
 * come from the case, the others from the form.
 *
 * <p>A missing value produces no element, so that the schema reports it; an empty element could
 * pass validation.
 */
final class RequestStylesheet {
  private static final String CITY_TIME =
      "format-dateTime(adjust-dateTime-to-timezone(xs:dateTime(%s), xs:dayTimeDuration('PT8H')),"
          + " '%s')";

  private final FieldNotation notation;
  private final FormFields form;
  private final List<String> lines = new ArrayList<>();
  private boolean idTypes;

  private RequestStylesheet(FieldNotation notation, FormFields form) {
    this.notation = notation;
    this.form = form;
  }

  /**
   * The text of the stylesheet.
   *
   * @param idTypes whether it needs the code list of identity papers
   */
  record Text(String xsl, boolean idTypes) {}

  /** Writes the stylesheet and fills {@code form} with the form fields that it reads. */
  static Text of(ServiceContract contract, String about, FormFields form) {
    FieldNotation notation = FieldNotation.of(contract, contract.request());
    RequestStylesheet sheet = new RequestStylesheet(notation, form);
    sheet.write(contract.request(), "    ", "applicant", true);
    String xsl =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- %s
             What was guessed by its name comes from the case, the rest from fields of the form: look at each line. -->
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" %s
            exclude-result-prefixes="xs codes wire">
          <xsl:param name="delivery" as="xs:string" required="yes"/>

          <xsl:template match="/case">
        %s
          </xsl:template>
        </xsl:stylesheet>
        """
            .formatted(
                XmlEscaper.comment(about), notation.declarations(), String.join("\n", sheet.lines));
    return new Text(xsl, sheet.idTypes);
  }

  /**
   * Writes one field.
   *
   * @param person path in the case to the person that the field is about
   * @param ofThem whether a name at this place may be that person's
   */
  private void write(MessageField field, String indent, String person, boolean ofThem) {
    if (field.repeated()) {
      list(field, indent, person);
    } else if (!field.isGroup()) {
      lines.add(indent + leaf(field, person, ofThem));
    } else if (CanonicalFieldGuess.AGENT.means(field.name())) {
      lines.add(indent + "<xsl:if test=\"agent\">");
      group(field, indent + "  ", "agent", true);
      lines.add(indent + "</xsl:if>");
    } else {
      group(field, indent, person, ofThem && staysWithThem(field));
    }
  }

  /**
   * Whether a name inside a group may be the applicant's: at the root, in the applicant's own
   * block, and in an envelope element.
   */
  private boolean staysWithThem(MessageField group) {
    return lines.isEmpty()
        || CanonicalFieldGuess.APPLICANT.means(group.name())
        || isEnvelope(group.name());
  }

  private static boolean isEnvelope(String name) {
    return name.toLowerCase(Locale.ROOT)
        .matches("(.*request|.*req|data|body|head|header|root|message|msg|payload|content|params)");
  }

  private void group(MessageField group, String indent, String person, boolean ofThem) {
    lines.add(indent + notation.open(group));
    group.children().forEach(child -> write(child, indent + "  ", person, ofThem));
    lines.add(indent + notation.close(group));
  }

  private void list(MessageField list, String indent, String person) {
    MessageField entry = notation.entry(list);
    boolean papers = entry.isGroup() && CanonicalFieldGuess.MATERIALS.means(list.name());
    String inside = indent;
    if (!notation.openList(list).isEmpty()) {
      lines.add(indent + notation.openList(list));
      inside = indent + "  ";
    }
    if (papers) {
      lines.add(inside + "<xsl:for-each select=\"materials/material\">");
      lines.add(inside + "  " + notation.open(entry));
      String deeper = inside + "    ";
      entry.children().forEach(child -> lines.add(deeper + material(child)));
      lines.add(inside + "  " + notation.close(entry));
      lines.add(inside + "</xsl:for-each>");
    } else if (entry.isGroup()) {
      group(entry, inside, person, false);
    } else {
      lines.add(inside + ofForm(entry, form.field(list)));
    }
    if (!notation.closeList(list).isEmpty()) {
      lines.add(indent + notation.closeList(list));
    }
  }

  private String material(MessageField field) {
    String ours =
        switch (field.name().toLowerCase(Locale.ROOT)) {
          case "title", "name", "mc", "clmc", "材料名称", "名称" -> "title";
          case "source", "ly", "来源" -> "source";
          case "pages", "ys", "fs", "页数" -> "pages";
          default -> "code";
        };
    return value(field, ours, ours.equals("pages"), ".");
  }

  private String leaf(MessageField field, String person, boolean ofThem) {
    List<String> words = field.facts().words();
    if (words.size() == 1) {
      return notation.open(field) + XmlEscaper.escaped(words.get(0)) + notation.close(field);
    }
    @Nullable CanonicalFieldGuess word = CanonicalFieldGuess.of(field.name());
    if (word == null || (word.isOfAPerson() && !ofThem) || !fits(word, field)) {
      return ofForm(field, form.field(field));
    }
    return switch (word) {
      case DELIVERY -> always(field, "$delivery");
      case CASE -> always(field, "number");
      case ITEM -> always(field, "item");
      case NAME -> always(field, person + "/name");
      case ID_TYPE -> {
        idTypes = true;
        yield always(field, "codes:their('id-type', " + person + "/idType)");
      }
      case ID_NUMBER -> always(field, person + "/idNumber");
      case PHONE -> value(field, person + "/phone", true, ".");
      case CENTRE -> always(field, "places/collectingCentre");
      case APPLIED ->
          always(field, CITY_TIME.formatted("collectedAt", TimestampFormats.picture(field)));
      default -> throw new IllegalStateException(word + " is not a word of a case");
    };
  }

  /**
   * Whether our text fits the field: it does not fit a number or a field with few allowed values.
   */
  private static boolean fits(CanonicalFieldGuess word, MessageField field) {
    boolean text = field.kind() == Kind.TEXT;
    return text && (field.facts().words().isEmpty() || word == CanonicalFieldGuess.ID_TYPE);
  }

  private String ofForm(MessageField field, String name) {
    String select = "form/field[name = '" + name + "']/value";
    return value(field, select, true, FieldValues.written(field));
  }

  private String always(MessageField field, String expression) {
    return value(field, expression, false, expression);
  }

  private String value(MessageField field, String select, boolean perhaps, String expression) {
    String inner =
        notation.open(field)
            + "<xsl:value-of select=\""
            + (perhaps ? expression : select)
            + "\"/>"
            + notation.close(field);
    return perhaps ? "<xsl:for-each select=\"" + select + "\">" + inner + "</xsl:for-each>" : inner;
  }
}
