package city.tongban.simulator.medicalinsurance;

import city.tongban.simulator.office.BusinessClock;
import city.tongban.simulator.office.FaultKind;
import city.tongban.simulator.office.Faults;
import city.tongban.simulator.office.Faults.Strike;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes a file of results, as agreed or as badly as it was told to. */
final class OutFile {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private final Faults faults;

  OutFile(Faults faults) {
    this.faults = faults;
  }

  /**
   * A file, and when it is to be written again.
   *
   * @param againAfterMillis 0 for never
   */
  @SuppressWarnings("ArrayRecordComponent") // held, never compared
  record Written(byte[] bytes, long againAfterMillis) {}

  byte[] refusal(String name, FileError why) {
    return file(name, List.of(), why.code(), cut(String.valueOf(why.getMessage()), 61));
  }

  Written results(String name, List<Outcome> outcomes) {
    byte[] right = file(name, lines(spoilt(outcomes)), "00", "");
    Optional<Strike> digest = faults.on(FaultKind.WRONG_DIGEST);
    if (digest.isPresent()) {
      byte[] wrong = right.clone();
      wrong[wrong.length - 100] ^= 1; // in the trailer's digest
      return new Written(wrong, digest.get().millis());
    }
    Optional<Strike> half = faults.on(FaultKind.HALF_FILE);
    if (half.isPresent()) {
      return new Written(Arrays.copyOf(right, right.length / 2), half.get().millis());
    }
    return new Written(right, faults.on(FaultKind.DUPLICATE_RESULT).map(Strike::millis).orElse(0L));
  }

  private List<Outcome> spoilt(List<Outcome> outcomes) {
    List<Outcome> told = new ArrayList<>(outcomes);
    Outcome first = told.get(0);
    if (faults.on(FaultKind.MISSING_LINE).isPresent()) {
      told.remove(0);
    }
    if (faults.on(FaultKind.DOUBLED_LINE).isPresent()) {
      told.add(first);
    }
    if (faults.on(FaultKind.CONTRADICTING_LINE).isPresent()) {
      String other = first.code().equals("1") ? "2" : "1";
      told.add(new Outcome(first.deliveryId(), first.serial(), other, "", first.at()));
    }
    if (faults.on(FaultKind.UNKNOWN_LINE).isPresent()) {
      told.add(new Outcome("310101-20180101-999999/1", "YB20189999999", "1", "", first.at()));
    }
    return told;
  }

  private static List<byte[]> lines(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(
            o ->
                Columns.line(
                    "R",
                    1,
                    o.deliveryId(),
                    40,
                    o.serial(),
                    20,
                    o.code(),
                    1,
                    cut(o.reason(), 100),
                    100,
                    time(o.at()),
                    14))
        .toList();
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
