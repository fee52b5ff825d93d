package city.tongban.cases;

/**
 * The number of deliveries that wait for their lane. Implemented by {@code delivery}, read by
 * intake.
 */
public interface Backlog {

  /**
   * Deliveries that are due and not yet given to their lane; the value is at most one second old.
   */
  long due();
}
