package city.tongban.canonical;

/** What a failed call says something about. */
public enum FailureScope {
  /** The back-end cannot be reached or does not accept our credential: every message would fail. */
  LANE,
  /** The failure belongs to this delivery; another one may succeed. */
  DELIVERY
}
