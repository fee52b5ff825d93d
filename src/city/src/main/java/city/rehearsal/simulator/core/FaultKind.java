package city.rehearsal.simulator.core;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which a department can be told to misbehave. */
public enum FaultKind {
  DOWN(Moment.BEFORE),
  BUSY(Moment.BEFORE),
  WRONG_CREDENTIAL(Moment.BEFORE),
  RESET(Moment.BEFORE),
  SILENT(Moment.AFTER),
  SLOW(Moment.AFTER),
  LOST_ANSWER(Moment.AFTER),
  GARBLED(Moment.AFTER),
  MISENCODED(Moment.AFTER),
  OVERSIZED(Moment.AFTER),
  DOCTYPE(Moment.AFTER),
  UNSIGNED(Moment.AFTER),
  STRANGER(Moment.AFTER),
  STALE(Moment.AFTER),
  OTHER_PART(Moment.AFTER),
  WRONG_SIGNATURE(Moment.AFTER),
  WRONG_MAC(Moment.AFTER),
  LENGTH_LIES(Moment.AFTER),
  OTHER_ID(Moment.AFTER),
  OTHER_MESSAGE(Moment.AFTER),
  UNFINISHED(Moment.AFTER),
  TWO_ANSWERS(Moment.AFTER),
  UNKNOWN_CHARSET(Moment.AFTER),
  HALF_ANSWER(Moment.AFTER),
  DUPLICATE_RESULT(Moment.RESULT),
  LATE_RESULT(Moment.RESULT),
  LOST_ACKNOWLEDGEMENT(Moment.RESULT),
  UNKNOWN_VERSION(Moment.RESULT),
  MISSING_LINE(Moment.RESULT),
  DOUBLED_LINE(Moment.RESULT),
  UNKNOWN_LINE(Moment.RESULT),
  CONTRADICTING_LINE(Moment.RESULT),
  WRONG_DIGEST(Moment.RESULT),
  HALF_FILE(Moment.RESULT),
  UNKNOWN_CODE(Moment.RESULT),
  WRONG_COUNT(Moment.RESULT),
  LOCKED(Moment.ITSELF),
  RESTART(Moment.ITSELF),
  BROKER_RESTART(Moment.ITSELF),
  FOREIGN_CORRELATION(Moment.RESULT),
  BROKEN_ATTACHMENT(Moment.RESULT),
  OBJECT_MESSAGE(Moment.RESULT);

  /** The faults of every department that answers HTTP calls. */
  public static final Set<FaultKind> OF_CALLS =
      EnumSet.of(
          DOWN,
          BUSY,
          WRONG_CREDENTIAL,
          RESET,
          SILENT,
          SLOW,
          LOST_ANSWER,
          GARBLED,
          MISENCODED,
          OVERSIZED,
          DOCTYPE);

  /** When a fault occurs: before or after the message is stored, in a result, or by itself. */
  enum Moment {
    BEFORE,
    AFTER,
    RESULT,
    ITSELF
  }

  private final Moment moment;

  FaultKind(Moment moment) {
    this.moment = moment;
  }

  /** The faults of HTTP calls and {@code more}. */
  public static Set<FaultKind> callsAnd(FaultKind... more) {
    Set<FaultKind> all = EnumSet.copyOf(OF_CALLS);
    all.addAll(Arrays.asList(more));
    return all;
  }

  /** The moment as the documentation spells it: {@code before}, {@code after}… */
  String moment() {
    return moment.name().toLowerCase(Locale.ROOT);
  }

  boolean affectsCalls() {
    return moment == Moment.BEFORE || moment == Moment.AFTER;
  }

  public boolean occursBeforeStoring() {
    return moment == Moment.BEFORE;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fault of that name: {@code lost-answer}. */
  public static FaultKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such fault: " + word));
  }
}
