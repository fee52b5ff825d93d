package city.tongban.delivery;

/** Where a batch stands. Its verdict is the partner's on the file; a line's is its delivery's. */
public enum BatchState {
  /** deliveries still join it */
  OPEN,
  /** for its bytes, its turn, or its next try */
  CLOSED,
  /** an attempt is under way, or its node died in it */
  SENDING,
  /** they have the file; what they made of its lines comes later */
  SENT,
  /** each line has been answered */
  ANSWERED,
  /** it may have arrived and nobody can tell: a person must find out */
  UNCONFIRMED,
  /** it was not taken; its deliveries stand still, and go again in another batch when resent */
  PARKED
}
