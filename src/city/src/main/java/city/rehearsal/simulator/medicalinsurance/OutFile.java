package city.rehearsal.simulator.medicalinsurance;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.protocol.sftp.FileError;
import city.rehearsal.simulator.protocol.sftp.Outcome;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a file of results. */
final class OutFile {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private OutFile() {}

  static byte[] refusal(String name, FileError why) {
    return file(name, List.of(), why.code(), cut(String.valueOf(why.getMessage()), 61));
  }

  static byte[] results(String name, List<Outcome> outcomes) {
    return file(name, outcomes.stream().map(OutFile::line).toList(), "00", "");
  }

  private static byte[] line(Outcome o) {
    return Columns.line(
        "R",
        1,
        o.deliveryId(),
        40,
        o.serial(),
        20,
        code(o.status()),
        1,
        cut(o.reason(), 100),
        100,
        time(o.at()),
        14);
  }

  /** Table 6. */
  private static String code(@Nullable ApplicationStatus status) {
    if (status == null) {
      return "6";
    }
    return switch (status) {
      case APPROVED -> "1";
      case REJECTED -> "2";
      case NOT_ACCEPTED -> "3";
      case WITHDRAWN -> "4";
      case TOO_LATE -> "5";
      case OPEN, UNDER_REVIEW -> throw new IllegalStateException("it is not decided yet");
    };
  }

  private static byte[] file(String name, List<byte[]> lines, String code, String text) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.writeBytes(line);
      file.writeBytes(new byte[] {'\r', '\n'});
    }
    byte[] trailer =
        Columns.line(
            "T",
            1,
            name,
            40,
            "%08d".formatted(lines.size()),
            8,
            InFile.sm3(file.toByteArray()),
            64,
            code,
            2,
            text,
            61);
    file.writeBytes(trailer);
    file.writeBytes(new byte[] {'\r', '\n'});
    return file.toByteArray();
  }

  /** The insurer shortens its own sentences; nobody else's. */
  private static String cut(String sentence, int bytesMax) {
    String text = sentence;
    while (text.getBytes(Columns.GB18030).length > bytesMax) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
    return text;
  }

  private static String time(Instant at) {
    return BusinessClock.local(at).format(TIME);
  }
}
