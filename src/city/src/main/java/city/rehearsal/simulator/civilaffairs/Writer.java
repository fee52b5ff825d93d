package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes a result down, well or as it is told to. */
record Writer(Clerk clerk, Faults faults) {
  private static final int OVERSIZE = 200_000;
  private static final String NOBODYS = "310104-20180702-999999/1";
  private static final List<FaultKind> KINDS =
      List.of(
          FaultKind.GARBLED,
          FaultKind.WRONG_DIGEST,
          FaultKind.MISENCODED,
          FaultKind.OVERSIZED,
          FaultKind.UNKNOWN_CODE,
          FaultKind.UNKNOWN_LINE,
          FaultKind.CONTRADICTING_LINE);

  void leave(Result result) throws SQLException {
    long skipped = faults.onResult(FaultKind.MISSING_LINE).isPresent() ? 1 : 0;
    Optional<Injection> injection =
        KINDS.stream().flatMap(kind -> faults.onResult(kind).stream()).findFirst();
    if (injection.isEmpty()) {
      clerk.leave(result, skipped, null);
    } else {
      spoilt(result, injection.get().kind(), skipped);
    }
    if (faults.onResult(FaultKind.DUPLICATE_RESULT).isPresent()) {
      clerk.leave(result, 0, null);
    }
  }

  private void spoilt(Result result, FaultKind kind, long skipped) throws SQLException {
    switch (kind) {
      case MISENCODED -> clerk.leave(result.saying("锟斤拷\u0001"), skipped, null);
      case OVERSIZED -> clerk.leave(result.saying("长".repeat(OVERSIZE)), skipped, null);
      case UNKNOWN_CODE -> clerk.leave(result.with(result.deliveryId(), "77"), skipped, null);
      case UNKNOWN_LINE -> clerk.leave(result.with(NOBODYS, result.outcome()), skipped, null);
      case CONTRADICTING_LINE -> {
        clerk.leave(result, skipped, null);
        clerk.leave(result.saying("与前次不一致"), 0, null);
      }
      default -> clerk.leave(result, skipped, "0".repeat(64));
    }
  }
}
