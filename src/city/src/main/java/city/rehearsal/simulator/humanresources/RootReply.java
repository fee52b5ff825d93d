package city.rehearsal.simulator.humanresources;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The document inside the result.
 *
 * @param about the entry that the answer speaks of, when there is one and it went through
 * @param found what was found for a question: columns by name; the n-th values make the n-th row
 */
record RootReply(
    String busCode,
    String busMsg,
    String msgId,
    @Nullable StoredMessage about,
    Map<String, List<String>> found) {

  static RootReply found(Map<String, List<String>> columns, String msgId) {
    return new RootReply("000000", "成功", msgId, null, columns);
  }

  static RootReply refused(String busCode, String why, String msgId) {
    return new RootReply(busCode, why, msgId, null, Map.of());
  }

  /** What the book says of a message; asking again gives the same answer. */
  static RootReply on(StoredMessage entry, String msgId) {
    return switch (entry.status()) {
      case NOT_ACCEPTED ->
          refused("100001", Objects.requireNonNullElse(entry.reason(), "不予受理"), msgId);
      case TOO_LATE -> refused("100009", "已办结,不能撤回", msgId);
      default -> new RootReply("000000", "成功", msgId, entry, Map.of());
    };
  }

  String document() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("GB18030", "1.0");
      xml.writeStartElement("ROOT");
      xml.writeStartElement("HEAD");
      element(xml, "BUSCODE", busCode);
      element(xml, "BUSMSG", busMsg);
      element(xml, "MSGID", msgId);
      xml.writeEndElement();
      xml.writeStartElement("BODY");
      if (about != null) {
        body(xml, about);
      }
      for (Map.Entry<String, List<String>> column : found.entrySet()) {
        for (String value : column.getValue()) {
          element(xml, column.getKey(), value);
        }
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a reply cannot be written", e);
    }
    return text.toString();
  }

  private static void body(XMLStreamWriter xml, StoredMessage entry) throws XMLStreamException {
    element(xml, "SBLSH", entry.serial());
    element(xml, "BLJG", entry.status() == ApplicationStatus.APPROVED ? "1" : "2");
    if (entry.reason() != null) {
      element(xml, "BLYJ", entry.reason());
    }
    element(xml, "BLSJ", Form.written(BusinessClock.local(entry.at()).toLocalDateTime()));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
