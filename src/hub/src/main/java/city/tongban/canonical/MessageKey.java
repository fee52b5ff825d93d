package city.tongban.canonical;

import java.util.List;

/**
 * The key of every sentence that the hub stores with a trace step or a delivery, or shows for a
 * lane.
 *
 * <p>The texts are in {@code trace_en.properties} and {@code trace_zh.properties}; a row holds the
 * key and the arguments only.
 */
public enum MessageKey {
  /** State before, state after. */
  CASE_MOVED("step.case-moved", 2),
  /** State before, state after, outcome. */
  CASE_DECIDED("step.case-decided", 3),
  /** Back-end, home centre, deadline. */
  CASE_ROUTED("step.case-routed", 3),
  LATE_UPLOAD("step.late-upload", 0),
  /** How many problems the refused message had. */
  PROBLEM_COUNT("step.problem-count", 1),

  /** Number of the attempt, how many there may be. */
  ATTEMPT("step.attempt", 2),
  /** File name, number of the attempt, how many there may be. */
  FILE_ATTEMPT("step.file-attempt", 3),
  /** Outcome that the department reported. */
  ANSWER("step.answer", 1),
  /** Outcome, charset of the bytes where the reply declared another one. */
  ANSWER_IN_OTHER_CHARSET("step.answer-in-other-charset", 2),
  /** Outcome that changes nothing, state of the case. */
  ANSWER_IGNORED("step.answer-ignored", 2),
  /** Batch number, closing time. */
  JOINED_BATCH("step.joined-batch", 2),
  /** File name. */
  FILE("step.file", 1),
  /** Day of the staging tables, number of the hub's rows. */
  STAGED_DAY("step.staged-day", 2),
  /** Day, lines of the department, answers of the hub, differences. */
  DAY_STATEMENT("step.day-statement", 4),
  /** A person's own words. */
  PERSON_REASON("step.person-reason", 1),
  WITHDRAWN_UNSENT("step.withdrawn-unsent", 0),

  /** Notice number. */
  NOTICE("step.notice", 1),
  /** Notice number, number of the attempt. */
  NOTICE_ATTEMPT("step.notice-attempt", 2),
  /** Notice number, centre, a person's reason. */
  NOTICE_RELEASED("step.notice-released", 3),
  /** First notice that the web-hook gets. */
  WEBHOOK_FROM("step.web-hook-from", 1),
  /** First notice that the web-hook gets; its signing secret is new. */
  WEBHOOK_FROM_WITH_NEW_SECRET("step.web-hook-from-with-new-secret", 1),

  /** Back-end, version that was active before, a person's reason. */
  VERSION_REPLACED("step.version-replaced", 3),
  /** Back-end, the check that failed or "ok". */
  CONNECTION_TESTED("step.connection-tested", 2),
  /** Back-end, number of messages. */
  REPLAYED("step.replayed", 2),
  /** Back-end, fault, number of calls. */
  FAULT_FOR_CALLS("step.fault-for-calls", 3),
  /** Back-end, fault, percentage of calls. */
  FAULT_FOR_PERCENTAGE("step.fault-for-percentage", 3),
  /** Back-end, fault. */
  FAULT_UNTIL_CLEARED("step.fault-until-cleared", 2),
  /** Back-end, fault. */
  FAULT_CLEARED("step.fault-cleared", 2),
  ALL_FAULTS_CLEARED("step.all-faults-cleared", 0),
  /** Direction of the payload, id of the step. */
  PAYLOAD_OF_STEP("step.payload-of-step", 2),
  /** Number of cases. */
  CASES_FOUND("step.cases-found", 1),

  /** Delivery that goes first. */
  BEHIND("reason.behind", 1),
  /** Closing time of the batch. */
  IN_BATCH("reason.in-batch", 1),
  /** Opening time of the lane. */
  LANE_OPENS("reason.lane-opens", 1),
  LANE_WITHOUT_CALENDAR("reason.lane-without-calendar", 0),
  /** Error code, when the circuit breaker opened, probes sent, time of the next probe. */
  CIRCUIT_OPEN("reason.circuit-open", 4),

  /** Waiting deliveries, limit. */
  ALERT_WAITING("alert.waiting", 2),
  /** Minutes that the oldest delivery has waited, limit. */
  ALERT_OLDEST("alert.oldest", 2),
  /** Parked deliveries, limit. */
  ALERT_PARKED("alert.parked", 2),
  /** Secret, end of its certificate. */
  ALERT_CERTIFICATE("alert.certificate", 2);

  private final String key;
  private final int argumentCount;

  MessageKey(String key, int argumentCount) {
    this.key = key;
    this.argumentCount = argumentCount;
  }

  /** The key in rows, message files and the API. */
  public String key() {
    return key;
  }

  public int argumentCount() {
    return argumentCount;
  }

  /**
   * The sentence with its arguments.
   *
   * @throws IllegalArgumentException when the number of arguments differs from the key's
   */
  public KeyedMessage with(Object... arguments) {
    if (arguments.length != argumentCount) {
      throw new IllegalArgumentException(
          "%s takes %d arguments, not %d".formatted(key, argumentCount, arguments.length));
    }
    return new KeyedMessage(key, List.of(arguments));
  }
}
