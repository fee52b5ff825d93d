package city.rehearsal.simulator.department.humanresources;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.core.Xml;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The document inside the result.
 *
 * @param about the stored message, when the transaction succeeded on one
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

  /** What the store says of a message; asking again gives the same answer. */
  static RootReply on(StoredMessage stored, String msgId) {
    return switch (stored.status()) {
      case NOT_ACCEPTED ->
          refused("100001", Objects.requireNonNullElse(stored.reason(), "不予受理"), msgId);
      case TOO_LATE -> refused("100009", "已办结,不能撤回", msgId);
      default -> new RootReply("000000", "成功", msgId, stored, Map.of());
    };
  }

  String document() {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"GB18030\"?><ROOT><HEAD>")
            .append(Xml.element("BUSCODE", busCode))
            .append(Xml.element("BUSMSG", busMsg))
            .append(Xml.element("MSGID", msgId))
            .append("</HEAD><BODY>");
    if (about != null) {
      xml.append(Xml.element("SBLSH", about.serial()))
          .append(Xml.element("BLJG", about.status() == ApplicationStatus.APPROVED ? "1" : "2"))
          .append(about.reason() == null ? "" : Xml.element("BLYJ", about.reason()))
          .append(Xml.element("BLSJ", Formats.time(about.at())));
    }
    found.forEach((name, values) -> values.forEach(value -> xml.append(Xml.element(name, value))));
    return xml.append("</BODY></ROOT>").toString();
  }
}
