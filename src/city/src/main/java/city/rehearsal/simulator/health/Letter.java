package city.rehearsal.simulator.health;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of the bureau's; about the same entry it is always the same, byte for byte.
 *
 * @param station who says it
 */
record Letter(Station station, String text) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx");

  byte[] bytes() {
    return text.getBytes(station.charset());
  }

  /** What is said at once about a message that stands in the book. */
  static Letter about(StoredMessage entry) {
    Station station = Station.of(entry.message().item());
    String id = entry.message().deliveryId();
    String head = head(station, "ACK^O01^ACK", "WJA" + entry.number(), entry.at());
    return switch (entry.status()) {
      case NOT_ACCEPTED -> new Letter(station, head + no(id, "3001", entry.reason()));
      case TOO_LATE -> new Letter(station, head + no(id, "3101", "已办结，不能撤销"));
      default -> new Letter(station, head + "MSA|AA|" + id + "\r");
    };
  }

  /** A no of the application about a message that does not come into the book. */
  static Letter no(String id, String code, String reason, Instant at) {
    String head = head(Station.BUREAU, "ACK^O01^ACK", "WJN" + at.toEpochMilli(), at);
    return new Letter(Station.BUREAU, head + no(id, code, reason));
  }

  /** The message is not written as agreed. */
  static Letter malformed(String id, Hl7Error error, Instant at) {
    String head = head(Station.BUREAU, "ACK^O01^ACK", "WJF" + at.toEpochMilli(), at);
    String err =
        "ERR|||"
            + error.kind()
            + "^HL70357|E|1001|||"
            + escaped(String.valueOf(error.getMessage()));
    return new Letter(Station.BUREAU, head + "MSA|AR|" + escaped(id) + "\r" + err + "\r");
  }

  /** How an entry was decided. */
  static Letter decision(StoredMessage entry) {
    Station station = Station.of(entry.message().item());
    Instant at = Objects.requireNonNullElse(entry.decidedAt(), entry.at());
    String id = entry.message().deliveryId();
    String word = entry.status().name().equals("APPROVED") ? "TY^同意^WJ99" : "BTY^不同意^WJ99";
    String text =
        head(station, "ORU^R01^ORU_R01", resultId(entry), at)
            + "ORC|RE|"
            + id
            + "|"
            + entry.serial()
            + "\r"
            + "OBR|1|"
            + id
            + "|"
            + entry.serial()
            + "|"
            + entry.message().item()
            + "|".repeat(21)
            + "F\r"
            + "OBX|1|CE|SPJG^审批结果^WJ99||"
            + word
            + "||||||F|||"
            + written(at)
            + "\r"
            + (entry.reason() == null ? "" : "NTE|1||" + escaped(entry.reason()) + "\r");
    return new Letter(station, text);
  }

  /** The same about something that nobody ever sent. */
  Letter nobodys(String deliveryId) {
    return new Letter(station, text.replace(deliveryId, "310104-20180702-999999/1"));
  }

  static String resultId(StoredMessage entry) {
    return "WJR" + entry.serial().substring(2);
  }

  private static String no(String id, String code, @Nullable String reason) {
    return "MSA|AE|%s\rERR|||207^Application internal error^HL70357|E|%s^^WJ99|||%s\r"
        .formatted(escaped(id), code, escaped(Objects.requireNonNullElse(reason, "无")));
  }

  private static String head(Station station, String type, String id, Instant at) {
    return "MSH|^~\\&|WJXT|%s|TONGBAN|SHSQSL|%s||%s|%s|P|2.5.1||||||%s\r"
        .formatted(station.facility(), written(at), type, id, station.charsetName());
  }

  private static String written(Instant at) {
    return TIME.format(BusinessClock.local(at));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\E\\")
        .replace("|", "\\F\\")
        .replace("^", "\\S\\")
        .replace("&", "\\T\\")
        .replace("~", "\\R\\")
        .replace("\n", "\\X0A\\");
  }
}
