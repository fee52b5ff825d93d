package city.tongban.query;

/** Where a question stands; it never waits for long. */
public enum QueryState {
  /** the department is being asked at this moment 询问中 */
  ASKED,
  /** it said what it found, or that it found nothing 已答 */
  ANSWERED,
  /** it said nothing that we understood; the same message asks again 未答 */
  UNANSWERED
}
