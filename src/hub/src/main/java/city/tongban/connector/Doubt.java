package city.tongban.connector;

/** What we do when a call may have arrived and nobody told us (P3). */
public enum Doubt {
  /** they refuse our delivery id the second time: send again */
  SAME_ID,
  /** we ask by our delivery id before sending again */
  ASK,
  /** a person decides; never resent by itself */
  PERSON
}
