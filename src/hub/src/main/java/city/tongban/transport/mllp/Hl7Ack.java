package city.tongban.transport.mllp;

import city.tongban.canonical.Problem;
import city.tongban.connector.Er7;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What we answer to a message of theirs: MSH, MSA and, for a no, ERR with our code. */
final class Hl7Ack {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx").withZone(ZoneId.of("Asia/Shanghai"));

  private Hl7Ack() {}

  /** It is committed. */
  static byte[] accepted(MessageHeader of, Instant now) {
    return message(of, now, "AA", "");
  }

  /** It was read and means nothing to us. */
  static byte[] error(MessageHeader of, Instant now, Problem why) {
    return message(of, now, "AE", err("207^Application error^HL70357", why));
  }

  /** It was not even read. */
  static byte[] rejected(MessageHeader of, Instant now, Problem why) {
    return message(of, now, "AR", err("207^Application error^HL70357", why));
  }

  /** It failed for a reason of ours, and nothing of it was kept. */
  static byte[] comeAgain(MessageHeader of, Instant now) {
    return message(
        of, now, "AE", "ERR|||206^Application record locked^HL70357|E||||come again later\r");
  }

  private static String err(String kind, Problem why) {
    return "ERR|||%s|E|%s^^L|||%s\r".formatted(kind, why.code(), Er7.escape(why.what()));
  }

  /** From the station that they called, to the one that called. */
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
