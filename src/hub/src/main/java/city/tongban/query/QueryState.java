package city.tongban.query;

/** The state of a query. */
public enum QueryState {
  /** the department is being asked at this moment 询问中 */
  ASKED,
  /** it said what it found, or that it found nothing 已答 */
  ANSWERED,
  /** it said nothing that we understood; send the same message again; the hub then asks again 未答 */
  UNANSWERED
}
