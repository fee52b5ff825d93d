package city.tongban.notice;

/** Whether notices are pushed to a webhook. */
public enum WebhookState {
  /** notices are pushed as they are written */
  ACTIVE,
  /** the next notice waits for an operator, and the others wait behind it */
  PARKED,
  /** the receiver answered 410 Gone; the centre has to register it again */
  DISABLED
}
