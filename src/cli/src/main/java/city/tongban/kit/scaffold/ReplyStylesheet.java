package city.tongban.kit.scaffold;

import city.tongban.kit.scaffold.ReplyFields.Place;
import city.tongban.kit.source.ServiceContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the stylesheet that maps the department's reply to our answer. */
final class ReplyStylesheet {
  private final FieldNotation notation;

  private ReplyStylesheet(FieldNotation notation) {
    this.notation = notation;
  }

  static String of(ServiceContract contract, ReplyFields parts, boolean question) {
    FieldNotation notation = FieldNotation.of(contract, contract.reply());
    ReplyStylesheet sheet = new ReplyStylesheet(notation);
    String known =
        contract.replyKnown()
            ? "Their reply to our answer: the code list decides what their word means."
            : "Assumed: the source does not show what they answer. Mend this sheet and its gate"
                + " when you know.";
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- %s -->
    <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
        xmlns:codes="urn:tongban:codes" %s
        exclude-result-prefixes="#all">
      <xsl:param name="status" as="xs:string" select="'200'"/>

      <xsl:template match="/">
        <answer>
    %s%s%s%s    </answer>
      </xsl:template>
    </xsl:stylesheet>
    """
        .formatted(
            known,
            notation.declarations(),
            sheet.outcome(parts.state()),
            sheet.text("theirNumber", parts.number()),
            sheet.text("reason", parts.reason()),
            question ? sheet.found(parts.others()) : "");
  }

  /** Each field of the department under its own name; a readable title is left to the engineer. */
  private String found(List<Place> places) {
    String facts =
        places.stream()
            .map(
                place ->
                    "  "
                        + each(
                            place,
                            "<fact><name>%1$s</name><title>%1$s</title><value><xsl:value-of select=\".\"/></value></fact>"
                                .formatted(place.field().name())))
            .collect(Collectors.joining());
    return facts.isEmpty()
        ? ""
        : "      <xsl:where-populated><found>\n" + facts + "      </found></xsl:where-populated>\n";
  }

  private String outcome(Optional<Place> state) {
    return state
        .map(
            place ->
                each(place, "<outcome><xsl:value-of select=\"codes:ours('state', .)\"/></outcome>"))
        .orElse(
            "      <outcome><xsl:value-of select=\"codes:ours('state', $status)\"/></outcome>\n");
  }

  private String text(String ours, Optional<Place> place) {
    return place
        .map(p -> each(p, "<%s><xsl:value-of select=\".\"/></%s>".formatted(ours, ours)))
        .orElse("");
  }

  /** One instruction for each field; a field that is missing or empty produces nothing. */
  private String each(Place place, String element) {
    String path =
        place.way().stream().map(notation::step).collect(Collectors.joining("/", "/", "[. != '']"));
    return "      <xsl:for-each select=\"%s\">%s</xsl:for-each>\n".formatted(path, element);
  }
}
