package city.tongban.delivery;

/** Where a delivery stands. It is open until its acceptance is recorded or somebody cancels it. */
public enum DeliveryState {
  /** an earlier delivery of the case is still open */
  BEHIND,
  /** for its turn, its next try, or the back-end's opening */
  WAITING,
  /** an attempt is under way, or its node died in it */
  SENDING,
  /** they have it; their decision comes later */
  SENT,
  /** they have decided */
  ANSWERED,
  /** it may have arrived and nobody can tell: a person must find out */
  UNCONFIRMED,
  /** it stands still with a reason until a person acts */
  PARKED,
  /** a person took it out, with a reason */
  CANCELLED;

  boolean isOpen() {
    return switch (this) {
      case BEHIND, WAITING, SENDING, UNCONFIRMED, PARKED -> true;
      case SENT, ANSWERED, CANCELLED -> false;
    };
  }
}
