package city.tongban.delivery;

/** The state of a batch: what the department said of the file; each line has its delivery's. */
public enum BatchState {
  /** deliveries still join it */
  OPEN,
  /** waits to be composed, to be sent, or for its next try */
  CLOSED,
  /** an attempt is under way, or its node died during it */
  SENDING,
  /** the department has the file; the answers to its lines come later */
  SENT,
  /** each line has been answered */
  ANSWERED,
  /** it may have arrived, and only a person can find out */
  UNCONFIRMED,
  /** it was refused; its deliveries are parked, and join another batch when they are resent */
  PARKED
}
