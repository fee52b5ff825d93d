package city.tongban.console;

import city.tongban.canonical.Refusal;

/**
 * Checks the reason that a person gives for an action; it is required, because the trace records
 * it.
 */
final class ReasonText {
  private static final int CHARS_MAX = 500;

  private ReasonText() {}

  static String checked(String typed) {
    String reason = typed.strip();
    if (reason.isEmpty() || reason.length() > CHARS_MAX) {
      throw Refusal.of(
              "HUB-7011", "there is no reason, or one longer than %d characters", CHARS_MAX)
          .because("the trail keeps why somebody acted or looked")
          .fix("give the reason in one sentence");
    }
    return reason;
  }
}
