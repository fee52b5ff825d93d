package city.tongban.account;

/** What may be done at the console; each door asks for one. */
public enum Right {
  /** lists, cases and their trail, with persons masked */
  SEE,
  /** payloads, comparisons and unmasked persons; each reading is recorded */
  READ,
  /** send again and cancel, with a reason */
  ACT,
  /** the record of who read what */
  AUDIT
}
