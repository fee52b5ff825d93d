package city.rehearsal.simulator.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message as a department stored it, and what has become of it since.
 *
 * <p>The property names {@code verdict} and {@code told} are those of stores that exist already.
 *
 * @param number its place in the store, from 1
 * @param serial the department's number for the application; a withdrawal usually carries the
 *     application's
 * @param at business time at which the message was stored
 * @param acknowledged the results that the hub has acknowledged, once per acknowledgement
 */
public record StoredMessage(
    long number,
    String serial,
    Message message,
    Instant at,
    @JsonProperty("verdict") ApplicationStatus status,
    @Nullable String reason,
    @Nullable Instant decidedAt,
    @Nullable DecisionPlan plan,
    @JsonProperty("told") List<String> acknowledged) {

  /** A message that is settled while its sender waits. */
  public static StoredMessage settled(
      long number,
      String serial,
      Message message,
      Instant at,
      ApplicationStatus status,
      @Nullable String reason) {
    return new StoredMessage(number, serial, message, at, status, reason, at, null, List.of());
  }

  /** An application that is decided later, by {@code plan}. */
  public static StoredMessage open(
      long number, String serial, Message message, Instant at, DecisionPlan plan) {
    return new StoredMessage(
        number, serial, message, at, ApplicationStatus.OPEN, null, null, plan, List.of());
  }

  public StoredMessage underReview() {
    return new StoredMessage(
        number,
        serial,
        message,
        at,
        ApplicationStatus.UNDER_REVIEW,
        reason,
        null,
        plan,
        acknowledged);
  }

  public StoredMessage ended(ApplicationStatus status, @Nullable String reason, Instant when) {
    return new StoredMessage(number, serial, message, at, status, reason, when, plan, acknowledged);
  }

  /** Decided as it was planned; an application that was withdrawn meanwhile stays as it is. */
  public StoredMessage asPlanned(Instant when) {
    return plan != null && status.undecided() ? ended(plan.status(), plan.reason(), when) : this;
  }

  /** When it was decided, withdrawn or settled. */
  public Instant endedAt() {
    return decidedAt == null ? at : decidedAt;
  }

  /** The same with one more acknowledged result. */
  public StoredMessage acknowledge(String result) {
    List<String> more = Stream.concat(acknowledged.stream(), Stream.of(result)).toList();
    return new StoredMessage(number, serial, message, at, status, reason, decidedAt, plan, more);
  }
}
