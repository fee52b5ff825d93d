package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure that parks the delivery: trying again would not help. */
public final class Fault extends HubException {
  private Fault(
      Problem problem, FailureEffect effect, FailureScope scope, @Nullable Throwable cause) {
    super(problem, effect, scope, cause);
  }

  /**
   * Begins a fault; add {@code because}, {@code fix}, {@code at}.
   *
   * @param what sentence in the form of {@link String#format}
   */
  @SuppressWarnings("AnnotateFormatMethod") // some sentences come from files
  public static Fault of(String code, String what, Object... values) {
    return of(Problem.of(code, what, values), null);
  }

  /** A fault for a problem that another kind of exception reported. */
  public static Fault of(Problem problem, @Nullable Throwable cause) {
    return new Fault(problem, FailureEffect.NOT_SENT, FailureScope.DELIVERY, cause);
  }

  public Fault because(String why) {
    return with(problem().because(why));
  }

  public Fault fix(String fix) {
    return with(problem().fix(fix));
  }

  public Fault at(String path) {
    return with(problem().at(path));
  }

  public Fault causedBy(Throwable cause) {
    return new Fault(problem(), effect(), scope(), cause);
  }

  /** Marks the whole lane as affected: every other message to this back-end would fail too. */
  public Fault ofLane() {
    return new Fault(problem(), effect(), FailureScope.LANE, getCause());
  }

  private Fault with(Problem problem) {
    return new Fault(problem, effect(), scope(), getCause());
  }
}
