package city.tongban.query;

/** The state of a query. */
public enum QueryState {
  /** the department is being asked at this moment 询问中 */
  ASKED,
  /** the department answered, with findings or without 已答 */
  ANSWERED,
  /** no readable answer; send the same message again; the hub then asks again 未答 */
  UNANSWERED
}
