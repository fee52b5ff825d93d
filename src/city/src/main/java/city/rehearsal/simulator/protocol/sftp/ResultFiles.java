package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes the bytes of result files, changed if a fault is active. */
final class ResultFiles {
  /** More than any receiver accepts. */
  private static final int OVERSIZE = 6 * 1024 * 1024;

  private final FileFormat format;
  private final Faults faults;

  /** Changes that are gone when the file is written again. */
  private final Map<FaultKind, UnaryOperator<byte[]>> changes = new LinkedHashMap<>();

  ResultFiles(FileFormat format, Faults faults) {
    this.format = format;
    this.faults = faults;
    changes.put(FaultKind.WRONG_DIGEST, format::miscounted);
    changes.put(FaultKind.MISENCODED, format::misencoded);
    changes.put(FaultKind.HALF_FILE, right -> Arrays.copyOf(right, right.length / 2));
    changes.put(FaultKind.OVERSIZED, right -> Arrays.copyOf(right, OVERSIZE));
  }

  /**
   * A file, and when it is to be written again.
   *
   * @param againAfterMillis 0 for never
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes that are sent, never compared
  record Written(byte[] bytes, long againAfterMillis) {}

  Written write(String name, List<LineResult> results) {
    byte[] right = format.results(name, changedLines(results));
    for (Map.Entry<FaultKind, UnaryOperator<byte[]>> change : changes.entrySet()) {
      Optional<Injection> fault = faults.on(change.getKey());
      if (fault.isPresent()) {
        return new Written(change.getValue().apply(right.clone()), fault.get().millis());
      }
    }
    return new Written(
        right, faults.on(FaultKind.DUPLICATE_RESULT).map(Injection::millis).orElse(0L));
  }

  private List<LineResult> changedLines(List<LineResult> results) {
    List<LineResult> lines = new ArrayList<>(results);
    LineResult first = lines.get(0);
    if (faults.on(FaultKind.MISSING_LINE).isPresent()) {
      lines.remove(0);
    }
    if (faults.on(FaultKind.DOUBLED_LINE).isPresent()) {
      lines.add(first);
    }
    if (faults.on(FaultKind.CONTRADICTING_LINE).isPresent()) {
      ApplicationStatus other =
          first.status() == ApplicationStatus.APPROVED
              ? ApplicationStatus.REJECTED
              : ApplicationStatus.APPROVED;
      lines.add(new LineResult(first.deliveryId(), first.serial(), other, "", first.at()));
    }
    if (faults.on(FaultKind.UNKNOWN_LINE).isPresent()) {
      lines.add(
          new LineResult(
              "310101-20180101-999999/1",
              "XX20189999999",
              ApplicationStatus.APPROVED,
              "",
              first.at()));
    }
    return lines;
  }
}
