package city.rehearsal.simulator.department.medicalinsurance;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Sm3;
import city.rehearsal.simulator.protocol.sftp.FileException;
import city.rehearsal.simulator.protocol.sftp.LineResult;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a file of results. */
final class ResultFile {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  /** Table 6. */
  private static final Map<ApplicationStatus, String> CODES =
      Map.of(
          ApplicationStatus.APPROVED, "1",
          ApplicationStatus.REJECTED, "2",
          ApplicationStatus.NOT_ACCEPTED, "3",
          ApplicationStatus.WITHDRAWN, "4",
          ApplicationStatus.TOO_LATE, "5");

  private static final String UNKNOWN = "6";

  private ResultFile() {}

  static byte[] refusal(String name, FileException why) {
    return file(name, List.of(), why.code(), cut(String.valueOf(why.getMessage()), 61));
  }

  static byte[] results(String name, List<LineResult> results) {
    return file(name, results.stream().map(ResultFile::line).toList(), "00", "");
  }

  private static byte[] line(LineResult result) {
    return FixedWidth.line(
        "R",
        1,
        result.deliveryId(),
        40,
        result.serial(),
        20,
        code(result.status()),
        1,
        cut(result.reason(), 100),
        100,
        time(result.at()),
        14);
  }

  private static String code(@Nullable ApplicationStatus status) {
    return status == null ? UNKNOWN : Objects.requireNonNull(CODES.get(status), "not decided");
  }

  private static byte[] file(String name, List<byte[]> lines, String code, String text) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.writeBytes(line);
      file.writeBytes(new byte[] {'\r', '\n'});
    }
    byte[] trailer =
        FixedWidth.line(
            "T",
            1,
            name,
            40,
            "%08d".formatted(lines.size()),
            8,
            Sm3.hex(file.toByteArray()),
            64,
            code,
            2,
            text,
            61);
    file.writeBytes(trailer);
    file.writeBytes(new byte[] {'\r', '\n'});
    return file.toByteArray();
  }

  /** Shortens a sentence of the insurer to the width of its column. */
  private static String cut(String sentence, int bytesMax) {
    String text = sentence;
    while (text.getBytes(FixedWidth.GB18030).length > bytesMax) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
    return text;
  }

  private static String time(Instant at) {
    return BusinessClock.local(at).format(TIME);
  }
}
