package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One result of the office; the same result always has the same id and says the same. */
record Result(
    String id,
    String deliveryId,
    @Nullable String theirNo,
    String outcome,
    @Nullable String reason,
    String decidedAt) {
  private static final String TAKEN = "10";

  /** All that there is to say about an entry so far, in order. */
  static List<Result> of(StoredMessage entry) {
    List<Result> results = new ArrayList<>();
    if (entry.message().kind() == Message.Kind.WITHDRAW) {
      results.add(about(entry, ended(entry.status()), end(entry)));
      return results;
    }
    if (entry.status() != ApplicationStatus.NOT_ACCEPTED) {
      results.add(about(entry, TAKEN, entry.at()));
    }
    if (entry.status().decided() || entry.status() == ApplicationStatus.NOT_ACCEPTED) {
      results.add(about(entry, ended(entry.status()), end(entry)));
    }
    return results;
  }

  /** The first that nobody has been told. */
  static Optional<Result> next(StoredMessage entry) {
    return of(entry).stream().filter(r -> !entry.acknowledged().contains(r.outcome())).findFirst();
  }

  /** About a row that never came into the book. */
  static Result outside(String deliveryId, String outcome, String reason, Instant at) {
    return new Result(
        "R-" + deliveryId + "-" + outcome,
        deliveryId,
        null,
        outcome,
        reason,
        BusinessClock.stamp(at));
  }

  private static Result about(StoredMessage entry, String outcome, Instant at) {
    String deliveryId = entry.message().deliveryId();
    return new Result(
        "R-" + deliveryId + "-" + outcome,
        deliveryId,
        entry.serial(),
        outcome,
        outcome.equals(TAKEN) ? null : entry.reason(),
        BusinessClock.stamp(at));
  }

  private static Instant end(StoredMessage entry) {
    return entry.decidedAt() == null ? entry.at() : entry.decidedAt();
  }

  private static String ended(ApplicationStatus status) {
    return switch (status) {
      case APPROVED -> "30";
      case REJECTED -> "31";
      case NOT_ACCEPTED -> "40";
      case WITHDRAWN -> "50";
      case TOO_LATE -> "51";
      case OPEN, UNDER_REVIEW -> throw new IllegalStateException("it has not ended");
    };
  }

  /** SM3 over the place and the columns in their order, unit separators between them. */
  String digest(long seq) {
    String text =
        String.join(
            "\u001f",
            Long.toString(seq),
            id,
            deliveryId,
            Objects.toString(theirNo, ""),
            outcome,
            Objects.toString(reason, ""),
            decidedAt);
    return Digests.sm3(text.getBytes(StandardCharsets.UTF_8));
  }

  Result with(String otherDelivery, String otherOutcome) {
    return new Result(id, otherDelivery, theirNo, otherOutcome, reason, decidedAt);
  }

  Result saying(String otherReason) {
    return new Result(id, deliveryId, theirNo, outcome, otherReason, decidedAt);
  }
}
