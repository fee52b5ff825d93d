package city.rehearsal.simulator.core;

import org.jspecify.annotations.Nullable;

/**
 * What a department's rules decide about an application.
 *
 * @param reason why the application is not approved, in the department's words
 */
public record Decision(ApplicationStatus status, @Nullable String reason) {
  private static final Decision APPROVED = new Decision(ApplicationStatus.APPROVED, null);

  public static Decision approved() {
    return APPROVED;
  }

  /** A "no" on the merits, after the department has accepted the application. */
  public static Decision rejected(String reason) {
    return new Decision(ApplicationStatus.REJECTED, reason);
  }

  /** A "no" at the counter: the application is not accepted at all. */
  public static Decision notAccepted(String reason) {
    return new Decision(ApplicationStatus.NOT_ACCEPTED, reason);
  }
}
