package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.mllp.MllpServer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of the bureau; about the same stored message it is always the same, byte for byte.
 *
 * @param station that sends it
 */
record Hl7Message(Station station, String text) implements MllpServer.Acknowledgement {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx");

  @Override
  public byte[] bytes() {
    return text.getBytes(station.charset());
  }

  @Override
  public byte[] changed(FaultKind fault) {
    return AcknowledgementMutation.changed(this, fault);
  }

  /** MSH-10. */
  String controlId() {
    return text.split("\\|", 11)[9];
  }

  /** The immediate answer to a message that is stored. */
  static Hl7Message acknowledgement(StoredMessage stored) {
    Station station = Station.of(stored.message().item());
    String id = stored.message().deliveryId();
    String head = head(station, "ACK^O01^ACK", "WJA" + stored.number(), stored.at());
    return switch (stored.status()) {
      case NOT_ACCEPTED -> new Hl7Message(station, head + no(id, "3001", stored.reason()));
      case TOO_LATE -> new Hl7Message(station, head + no(id, "3101", "已办结，不能撤销"));
      default -> new Hl7Message(station, head + "MSA|AA|" + id + "\r");
    };
  }

  /** The immediate answer to a message that is well-formed and is not stored. */
  static Hl7Message refusal(String id, String code, String reason, Instant at) {
    String head = head(Station.BUREAU, "ACK^O01^ACK", "WJN" + at.toEpochMilli(), at);
    return new Hl7Message(Station.BUREAU, head + no(id, code, reason));
  }

  /** The immediate answer to a message that is not written as agreed. */
  static Hl7Message malformed(String id, Hl7Exception error, Instant at) {
    String head = head(Station.BUREAU, "ACK^O01^ACK", "WJF" + at.toEpochMilli(), at);
    String err =
        "ERR|||"
            + error.kind()
            + "^HL70357|E|1001|||"
            + escaped(String.valueOf(error.getMessage()));
    return new Hl7Message(Station.BUREAU, head + "MSA|AR|" + escaped(id) + "\r" + err + "\r");
  }

  /** How an application was decided. */
  static Hl7Message decision(StoredMessage stored) {
    Station station = Station.of(stored.message().item());
    Instant at = stored.endedAt();
    String id = stored.message().deliveryId();
    String result = stored.status() == ApplicationStatus.APPROVED ? "TY^同意^WJ99" : "BTY^不同意^WJ99";
    String text =
        head(station, "ORU^R01^ORU_R01", resultId(stored), at)
            + "ORC|RE|"
            + id
            + "|"
            + stored.serial()
            + "\r"
            + "OBR|1|"
            + id
            + "|"
            + stored.serial()
            + "|"
            + stored.message().item()
            + "|".repeat(21)
            + "F\r"
            + "OBX|1|CE|SPJG^审批结果^WJ99||"
            + result
            + "||||||F|||"
            + written(at)
            + "\r"
            + (stored.reason() == null ? "" : "NTE|1||" + escaped(stored.reason()) + "\r");
    return new Hl7Message(station, text);
  }

  /** The same about another order. */
  Hl7Message aboutOrder(String deliveryId) {
    String other = text.replaceAll("(ORC\\|RE\\||OBR\\|1\\|)[^|]*", "$1" + deliveryId);
    return new Hl7Message(station, other);
  }

  private static String resultId(StoredMessage stored) {
    return "WJR" + stored.serial().substring(2);
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
