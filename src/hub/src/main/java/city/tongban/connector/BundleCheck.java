package city.tongban.connector;

/** Checks a bundle before it may become active; throws a Fault that names the problem. */
public interface BundleCheck {
  void check(Connector connector);
}
