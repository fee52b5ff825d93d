package city.tongban.connector;

/** The rule for a call that may have arrived without an answer (P3). */
public enum Doubt {
  /** the department refuses a repeated delivery id: send again */
  SAME_ID,
  /** ask the department for our delivery id before sending again */
  ASK,
  /** a person decides; never sent again automatically */
  PERSON
}
