package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Xml;
import city.rehearsal.simulator.department.providentfund.Lookup.Part;
import java.time.OffsetDateTime;

/** Writes the XML document of an answer. */
final class AnswerDocument {
  static final String NAMESPACE = "urn:gjj:std:01";

  private AnswerDocument() {}

  static String of(
      String element, String question, String number, Lookup lookup, OffsetDateTime now) {
    StringBuilder parts = new StringBuilder();
    lookup.parts().forEach(part -> parts.append(part(part)));
    return """
    <?xml version="1.0" encoding="UTF-8"?><Document xmlns="%s"><%s><GrpHdr>%s%s%s</GrpHdr>\
    <Rslt>%s%s</Rslt>%s</%s></Document>\
    """
        .formatted(
            NAMESPACE,
            element,
            Xml.element("MsgId", number.isEmpty() ? "0" : number),
            Xml.element("OrgnlMsgId", question),
            Xml.element("CreDtTm", BusinessClock.stamp(now.toInstant())),
            Xml.element("Cd", lookup.code()),
            Xml.element("Inf", lookup.words() == null ? "成功" : lookup.words()),
            parts,
            element);
  }

  private static String part(Part part) {
    StringBuilder fields = new StringBuilder();
    part.fields().forEach((name, value) -> fields.append(Xml.element(name, value)));
    return "<%s>%s</%s>".formatted(part.name(), fields, part.name());
  }
}
