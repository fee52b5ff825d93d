package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The archives' answer to a request; the same answer always has the same id and the same text.
 * Interface 1.4, section 4.
 *
 * @param result what it says: a code
 */
record Answer(String result, String id, String requestNo, String text) {
  private static final String UNKNOWN = "7";
  private static final String MALFORMED = "9";

  /** What there is to say about an entry, once it has ended; a request that is left gets none. */
  static Optional<Answer> to(StoredMessage entry) {
    boolean left =
        entry.status() == ApplicationStatus.WITHDRAWN
            && entry.message().kind() == Message.Kind.APPLY;
    if (entry.status().undecided() || left) {
      return Optional.empty();
    }
    String extract =
        entry.status() == ApplicationStatus.APPROVED ? attached(Extract.of(entry)) : "";
    String result = result(entry.status());
    return Optional.of(
        written(
            result,
            entry.message().deliveryId(),
            entry.serial(),
            entry.reason(),
            end(entry),
            extract));
  }

  static Answer unknown(String requestNo, Instant at) {
    return written(UNKNOWN, requestNo, null, "查无此请求", at, "");
  }

  static Answer malformed(String requestNo, String why, Instant at) {
    return written(MALFORMED, requestNo, null, why, at, "");
  }

  private static Answer written(
      String result,
      String requestNo,
      @Nullable String serial,
      @Nullable String words,
      Instant at,
      String extract) {
    String id = "HF-" + requestNo + "-" + result;
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<DAHF xmlns=\""
            + Xml.NAMESPACE
            + "\">"
            + field("HFBH", id)
            + field("QQBH", requestNo)
            + field("DALSH", serial)
            + field("JG", result)
            + field("SM", words)
            + field("BLSJ", BusinessClock.stamp(at))
            + extract
            + "</DAHF>";
    return new Answer(result, id, requestNo, text);
  }

  private static String attached(Extract extract) {
    return "<ZM>"
        + field("WJLX", "application/pdf")
        + field("YS", "1")
        + field("ZY", extract.sm3())
        + field("NR", Base64.getEncoder().encodeToString(extract.pdf()))
        + "</ZM>";
  }

  private static String field(String name, @Nullable String text) {
    return text == null ? "" : "<" + name + ">" + Xml.escaped(text) + "</" + name + ">";
  }

  static Instant end(StoredMessage entry) {
    return entry.decidedAt() == null ? entry.at() : entry.decidedAt();
  }

  private static String result(ApplicationStatus status) {
    return switch (status) {
      case APPROVED -> "1";
      case REJECTED -> "2";
      case NOT_ACCEPTED -> "3";
      case WITHDRAWN -> "5";
      case TOO_LATE -> "6";
      case OPEN, UNDER_REVIEW -> throw new IllegalStateException("it has not ended");
    };
  }
}
