package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.providentfund.Finding.Part;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the documents of answers. */
final class Paper {
  static final String NAMESPACE = "urn:gjj:std:01";

  private Paper() {}

  static String of(
      String element, String question, String number, Finding finding, OffsetDateTime now) {
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
      field(xml, "Cd", finding.code());
      field(xml, "Inf", finding.words() == null ? "成功" : finding.words());
      xml.writeEndElement();
      for (Part part : finding.parts()) {
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
