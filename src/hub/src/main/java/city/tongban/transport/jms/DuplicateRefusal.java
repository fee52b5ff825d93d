package city.tongban.transport.jms;

/** A message that was refused before has come again: there is nothing new to record. */
public final class DuplicateRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DuplicateRefusal() {
    super("it was refused before", null, false, false);
  }
}
