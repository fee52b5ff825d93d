package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.department.providentfund.Lookup.Part;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the XML document of an answer. */
final class AnswerDocument {
  static final String NAMESPACE = "urn:gjj:std:01";

  private AnswerDocument() {}

  static String of(
      String element, String question, String number, Lookup lookup, OffsetDateTime now) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("Document");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeStartElement(element);
      xml.writeStartElement("GrpHdr");
      field(xml, "MsgId", number.isEmpty() ? "0" : number);
      field(xml, "OrgnlMsgId", question);
      field(xml, "CreDtTm", BusinessClock.stamp(now.toInstant()));
      xml.writeEndElement();
      xml.writeStartElement("Rslt");
      field(xml, "Cd", lookup.code());
      field(xml, "Inf", lookup.words() == null ? "成功" : lookup.words());
      xml.writeEndElement();
      for (Part part : lookup.parts()) {
        xml.writeStartElement(part.name());
        for (Map.Entry<String, String> one : part.fields().entrySet()) {
          field(xml, one.getKey(), one.getValue());
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
    return text.toString();
  }

  private static void field(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
