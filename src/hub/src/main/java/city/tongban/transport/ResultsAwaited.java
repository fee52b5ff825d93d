package city.tongban.transport;

/** Knows whether a back-end owes us a result file; asked before each look into its folder. */
public interface ResultsAwaited {
  boolean from(String backEnd);
}
