package city.rehearsal.simulator.disabledfederation;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The RESPONSE document; its first line says UTF-8, whoever writes it.
 *
 * @param about the entry that the answer speaks of, when there is one and it went through
 */
record Answer(String code, String words, String reference, @Nullable StoredMessage about) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  static Answer refused(String code, String why, String reference) {
    return new Answer(code, why, reference, null);
  }

  static Answer on(StoredMessage entry) {
    String reference = entry.message().deliveryId();
    return switch (entry.status()) {
      case NOT_ACCEPTED ->
          refused("1001", Objects.requireNonNullElse(entry.reason(), "不予受理"), reference);
      case TOO_LATE -> refused("1009", "已办结,不能撤回", reference);
      default -> new Answer("0000", "成功", reference, entry);
    };
  }

  String document() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("RESPONSE");
      element(xml, "FHM", code);
      element(xml, "FHXX", words);
      element(xml, "LSH", reference);
      if (about != null) {
        decision(xml, about);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
    return text.toString();
  }

  private static void decision(XMLStreamWriter xml, StoredMessage entry) throws XMLStreamException {
    element(xml, "SLBH", entry.serial());
    element(xml, "SPJG", entry.status() == ApplicationStatus.APPROVED ? "TG" : "BTG");
    if (entry.reason() != null) {
      element(xml, "SPYJ", entry.reason());
    }
    element(xml, "SPSJ", TIME.format(BusinessClock.local(entry.at())));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
