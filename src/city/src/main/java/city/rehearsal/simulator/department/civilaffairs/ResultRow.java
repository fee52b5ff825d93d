package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Sm3;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the results' table.
 *
 * @param code the outcome
 */
record ResultRow(
    String id,
    String deliveryId,
    @Nullable String serial,
    String code,
    @Nullable String reason,
    String decidedAt)
    implements Result {
  private static final Map<ApplicationStatus, String> CODES =
      Map.of(
          ApplicationStatus.OPEN, "10",
          ApplicationStatus.APPROVED, "30",
          ApplicationStatus.REJECTED, "31",
          ApplicationStatus.NOT_ACCEPTED, "40",
          ApplicationStatus.WITHDRAWN, "50",
          ApplicationStatus.TOO_LATE, "51");

  static List<ResultRow> of(StoredMessage stored) {
    return Result.stages(stored).stream().map(stage -> of(stored, stage)).toList();
  }

  private static ResultRow of(StoredMessage stored, ApplicationStatus stage) {
    boolean accepted = stage == ApplicationStatus.OPEN;
    return of(
        stored.message().deliveryId(),
        stored.serial(),
        CODES.getOrDefault(stage, ""),
        accepted ? null : stored.reason(),
        accepted ? stored.at() : stored.endedAt());
  }

  /** About a row whose message is not stored. */
  static ResultRow notStored(String deliveryId, String code, String reason, Instant at) {
    return of(deliveryId, null, code, reason, at);
  }

  private static ResultRow of(
      String deliveryId,
      @Nullable String serial,
      String code,
      @Nullable String reason,
      Instant at) {
    String id = "R-" + deliveryId + "-" + code;
    return new ResultRow(id, deliveryId, serial, code, reason, BusinessClock.stamp(at));
  }

  /** SM3 over the number and the columns in their order, with unit separators between them. */
  String digest(long seq) {
    String text =
        String.join(
            "\u001f",
            Long.toString(seq),
            id,
            deliveryId,
            Objects.toString(serial, ""),
            code,
            Objects.toString(reason, ""),
            decidedAt);
    return Sm3.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  ResultRow with(String otherDelivery, String otherCode) {
    return new ResultRow(id, otherDelivery, serial, otherCode, reason, decidedAt);
  }

  ResultRow saying(String otherReason) {
    return new ResultRow(id, deliveryId, serial, code, otherReason, decidedAt);
  }
}
