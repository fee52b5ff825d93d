package city.tongban.connector;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Outage;
import java.util.Set;

/**
 * The failures that calls of every transport share. Each says whether the department may have taken
 * the message in, and whether another message would fail in the same way.
 */
public final class CallFailures {
  /** The back-end could not be reached: certainly nothing was taken in. */
  public static final String UNREACHABLE = "HUB-4010";

  /**
   * The connection broke or stayed silent after the request had left: it may have been taken in.
   */
  public static final String IN_DOUBT = "HUB-4011";

  /** The back-end asked the hub to wait. */
  public static final String BUSY = "HUB-4012";

  /** The back-end does not accept the hub's credential. */
  public static final String CREDENTIAL = "HUB-4013";

  /** The answer is not signed by the back-end; the request may have been taken in. */
  public static final String UNSIGNED = "HUB-4030";

  private static final Set<Integer> NO_ANSWER = Set.of(401, 403, 408, 429);

  private CallFailures() {}

  /**
   * Nothing has been sent, and every other message would fail too.
   *
   * @param what the sentence for the operator
   */
  public static Outage unreachable(String what) {
    return Outage.of(UNREACHABLE, what).ofLane();
  }

  /** The request has left, and its fate is unknown. */
  public static Outage inDoubt(String what) {
    return Outage.of(IN_DOUBT, what).inDoubt();
  }

  /** The back-end has answered that it accepts nothing for now. */
  public static Outage busy(String what) {
    return Outage.of(BUSY, what);
  }

  /** The back-end has refused the credential, which every other message carries too. */
  public static Fault credentialRefused(String what) {
    return Fault.of(CREDENTIAL, what).ofLane();
  }

  /** An answer that carries no signature of the back-end says nothing about the request. */
  public static Outage unsigned(String what) {
    return Outage.of(UNSIGNED, what).inDoubt();
  }

  /**
   * Whether an HTTP status is a final answer, positive or negative; the others lead to another try.
   */
  public static boolean isAnswer(int status) {
    return !NO_ANSWER.contains(status) && (status < 300 || status / 100 == 4);
  }

  /**
   * Refuses an HTTP status that is no final answer; 0 is a message that the back-end sent on its
   * own account.
   */
  public static void checkStatus(int status) {
    if (status == 401 || status == 403) {
      throw credentialRefused("the back-end refused our credential")
          .because("it answered with status " + status)
          .fix("renew the secret below hub.secrets; the lane goes on by itself");
    }
    if (status == 408 || status == 429 || status >= 500) {
      throw busy("the back-end asked us to wait").because("it answered with status " + status);
    }
    if (status >= 300 && status < 400) {
      throw Fault.of("HUB-4016", "the back-end points elsewhere")
          .because("it answered with status " + status + ", and redirects are never followed")
          .fix("correct hub.connectors.addresses for this back-end, then resend");
    }
  }
}
