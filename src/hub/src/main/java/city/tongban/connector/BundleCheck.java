package city.tongban.connector;

/**
 * Something that must hold of a bundle before it may become active; throws a Fault that says what
 * does not.
 */
public interface BundleCheck {
  void check(Connector connector);
}
