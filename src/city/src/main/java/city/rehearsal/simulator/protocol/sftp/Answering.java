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

/** Writes a file of results, as agreed or as badly as it was told to. */
final class Answering {
  /** More than anybody lets in. */
  private static final int TOO_LARGE = 6 * 1024 * 1024;

  private final FileForm form;
  private final Faults faults;

  /** What a file suffers that comes right when it is written again. */
  private final Map<FaultKind, UnaryOperator<byte[]>> harms = new LinkedHashMap<>();

  Answering(FileForm form, Faults faults) {
    this.form = form;
    this.faults = faults;
    harms.put(FaultKind.WRONG_DIGEST, form::miscounted);
    harms.put(FaultKind.MISENCODED, form::misencoded);
    harms.put(FaultKind.HALF_FILE, right -> Arrays.copyOf(right, right.length / 2));
    harms.put(FaultKind.OVERSIZED, right -> Arrays.copyOf(right, TOO_LARGE));
  }

  /**
   * A file, and when it is to be written again.
   *
   * @param againAfterMillis 0 for never
   */
  @SuppressWarnings("ArrayRecordComponent") // held, never compared
  record Written(byte[] bytes, long againAfterMillis) {}

  Written results(String name, List<Outcome> outcomes) {
    byte[] right = form.results(name, spoilt(outcomes));
    for (Map.Entry<FaultKind, UnaryOperator<byte[]>> harm : harms.entrySet()) {
      Optional<Injection> injection = faults.on(harm.getKey());
      if (injection.isPresent()) {
        return new Written(harm.getValue().apply(right.clone()), injection.get().millis());
      }
    }
    return new Written(
        right, faults.on(FaultKind.DUPLICATE_RESULT).map(Injection::millis).orElse(0L));
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
      ApplicationStatus other =
          first.status() == ApplicationStatus.APPROVED
              ? ApplicationStatus.REJECTED
              : ApplicationStatus.APPROVED;
      told.add(new Outcome(first.deliveryId(), first.serial(), other, "", first.at()));
    }
    if (faults.on(FaultKind.UNKNOWN_LINE).isPresent()) {
      told.add(
          new Outcome(
              "310101-20180101-999999/1",
              "XX20189999999",
              ApplicationStatus.APPROVED,
              "",
              first.at()));
    }
    return told;
  }
}
