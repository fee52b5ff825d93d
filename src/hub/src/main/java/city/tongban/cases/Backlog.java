package city.tongban.cases;

/** How far the lanes are behind. {@code delivery} answers; intake only asks. */
public interface Backlog {

  /**
   * Deliveries that could go now and have not been given to their lane yet; a second old at most.
   */
  long due();
}
