package city.rehearsal.simulator.department.disabledfederation;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.core.Xml;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The RESPONSE document. Its XML declaration says UTF-8, in whatever charset it is sent.
 *
 * @param about the stored message, when the call succeeded
 */
record Answer(String code, String text, String reference, @Nullable StoredMessage about) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  static Answer refused(String code, String why, String reference) {
    return new Answer(code, why, reference, null);
  }

  static Answer on(StoredMessage stored) {
    String reference = stored.message().deliveryId();
    return switch (stored.status()) {
      case NOT_ACCEPTED ->
          refused("1001", Objects.requireNonNullElse(stored.reason(), "不予受理"), reference);
      case TOO_LATE -> refused("1009", "已办结,不能撤回", reference);
      default -> new Answer("0000", "成功", reference, stored);
    };
  }

  String document() {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><RESPONSE>")
            .append(Xml.element("FHM", code))
            .append(Xml.element("FHXX", text))
            .append(Xml.element("LSH", reference));
    if (about != null) {
      xml.append(Xml.element("SLBH", about.serial()))
          .append(Xml.element("SPJG", about.status() == ApplicationStatus.APPROVED ? "TG" : "BTG"))
          .append(about.reason() == null ? "" : Xml.element("SPYJ", about.reason()))
          .append(Xml.element("SPSJ", TIME.format(BusinessClock.local(about.at()))));
    }
    return xml.append("</RESPONSE>").toString();
  }
}
