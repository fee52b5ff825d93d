package city.tongban.connector;

/** Knows whether a back-end owes us a result file; asked before each look into its folder. */
public interface ResultsAwaited {
  boolean from(String backEnd);
}
