package city.tongban.transport.mllp;

import city.tongban.canonical.Problem;
import city.tongban.connector.Er7;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Writes the hub's acknowledgement of a message: MSH, MSA and, for a refusal, ERR with the hub's
 * code.
 */
final class Hl7Ack {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneId.of("Asia/Shanghai"));

  private Hl7Ack() {}

  /** The message is committed (AA). */
  static byte[] accepted(MessageHeader of, Instant now) {
    return message(of, now, "AA", "");
  }

  /** The message was read and is not valid for the hub (AE). */
  static byte[] error(MessageHeader of, Instant now, Problem why) {
    return message(of, now, "AE", err("207^Application error^HL70357", why));
  }

  /** The message could not be read (AR). */
  static byte[] rejected(MessageHeader of, Instant now, Problem why) {
    return message(of, now, "AR", err("207^Application error^HL70357", why));
  }

  /** The message failed for a reason of the hub, and nothing of it was stored. */
  static byte[] comeAgain(MessageHeader of, Instant now) {
    return message(
        of, now, "AE", "ERR|||206^Application record locked^HL70357|E||||come again later\r");
  }

  private static String err(String kind, Problem why) {
    return "ERR|||%s|E|%s^^L|||%s\r".formatted(kind, why.code(), Er7.escape(why.what()));
  }

  /** An acknowledgement from the called application to the calling one. */
  private static byte[] message(MessageHeader of, Instant now, String code, String err) {
    String[] type = of.field(9).split("\\^", -1);
    String text =
        "MSH|%s|%s|%s|%s|%s|%s||ACK%s|ACK-%s|%s|2.5.1||||||UNICODE UTF-8\rMSA|%s|%s\r%s"
            .formatted(
                Er7.SIGNS,
                of.field(5),
                of.field(6),
                of.field(3),
                of.field(4),
                TIME.format(now),
                type.length > 1 ? "^" + type[1] + "^ACK" : "",
                of.controlId(),
                of.field(11),
                code,
                of.controlId(),
                err);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
