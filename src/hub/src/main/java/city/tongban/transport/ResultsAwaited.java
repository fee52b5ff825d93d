package city.tongban.transport;

/**
 * Reports whether a result file of a back-end is outstanding; asked before each poll of its folder.
 */
public interface ResultsAwaited {
  boolean from(String backEnd);
}
