package city.tongban.delivery;

/** The state of a delivery. It is open until its acceptance is recorded or it is cancelled. */
public enum DeliveryState {
  /** an earlier delivery of the case is still open */
  BEHIND,
  /** waits to be sent, for its next try, or for the back-end's opening */
  WAITING,
  /** an attempt is under way, or its node died during it */
  SENDING,
  /** the department has accepted it; its decision comes later */
  SENT,
  /** the department has decided */
  ANSWERED,
  /** it may have arrived, and only a person can find out */
  UNCONFIRMED,
  /** it waits, with a reason, until a person acts */
  PARKED,
  /** it was cancelled, with a reason */
  CANCELLED;

  boolean isOpen() {
    return switch (this) {
      case BEHIND, WAITING, SENDING, UNCONFIRMED, PARKED -> true;
      case SENT, ANSWERED, CANCELLED -> false;
    };
  }
}
