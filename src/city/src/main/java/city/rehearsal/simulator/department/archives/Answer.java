package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.core.Xml;
import city.rehearsal.simulator.protocol.Result;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The archives' answer to a request: interface 1.4, section 4. */
record Answer(String code, String id, String requestNo, String text) implements Result {
  private static final Map<ApplicationStatus, String> CODES =
      Map.of(
          ApplicationStatus.APPROVED, "1",
          ApplicationStatus.REJECTED, "2",
          ApplicationStatus.NOT_ACCEPTED, "3",
          ApplicationStatus.WITHDRAWN, "5",
          ApplicationStatus.TOO_LATE, "6");

  /** The one answer to a request, once it has ended; a withdrawn request gets none. */
  static List<Answer> to(StoredMessage stored) {
    return Result.stages(stored).stream()
        .filter(CODES::containsKey)
        .map(
            stage ->
                of(
                    CODES.getOrDefault(stage, ""),
                    stored.message().deliveryId(),
                    stored.serial(),
                    stored.reason(),
                    stored.endedAt(),
                    stage == ApplicationStatus.APPROVED ? attached(Extract.of(stored)) : ""))
        .toList();
  }

  /** The answer to a message that is not stored. */
  static Answer notStored(String code, String requestNo, String why, Instant at) {
    return of(code, requestNo, null, why, at, "");
  }

  private static Answer of(
      String code,
      String requestNo,
      @Nullable String serial,
      @Nullable String words,
      Instant at,
      String extract) {
    String id = "HF-" + requestNo + "-" + code;
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<DAHF xmlns=\""
            + XmlFields.NAMESPACE
            + "\">"
            + Xml.element("HFBH", id)
            + Xml.element("QQBH", requestNo)
            + optional("DALSH", serial)
            + Xml.element("JG", code)
            + optional("SM", words)
            + Xml.element("BLSJ", BusinessClock.stamp(at))
            + extract
            + "</DAHF>";
    return new Answer(code, id, requestNo, text);
  }

  private static String optional(String name, @Nullable String text) {
    return text == null ? "" : Xml.element(name, text);
  }

  private static String attached(Extract extract) {
    return "<ZM>"
        + Xml.element("WJLX", "application/pdf")
        + Xml.element("YS", "1")
        + Xml.element("ZY", extract.sm3())
        + Xml.element("NR", Base64.getEncoder().encodeToString(extract.pdf()))
        + "</ZM>";
  }
}
