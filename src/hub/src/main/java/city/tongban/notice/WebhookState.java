package city.tongban.notice;

/** Whether notices are pushed to a web-hook. */
public enum WebhookState {
  /** they are, as they come */
  ACTIVE,
  /** the notice at the head waits for an operator, and the others behind it */
  PARKED,
  /** the receiver said that it is gone; the centre registers it again when it is back */
  DISABLED
}
