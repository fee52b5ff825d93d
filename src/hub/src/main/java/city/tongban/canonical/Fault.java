package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure that parks what it met: trying again would not help. */
public final class Fault extends HubException {
  private Fault(
      Problem problem, FailureEffect effect, FailureScope scope, @Nullable Throwable cause) {
    super(problem, effect, scope, cause);
  }

  /**
   * Begins a sentence of {@link String#format} form; add {@code because}, {@code fix}, {@code at}.
   */
  @SuppressWarnings(
      "AnnotateFormatMethod") // some sentences come from files, where no compiler looks
  public static Fault of(String code, String what, Object... values) {
    return of(new Problem(code, what.formatted(values), null, null, null), null);
  }

  /** The same failure found elsewhere, for those that only change its kind. */
  public static Fault of(Problem problem, @Nullable Throwable cause) {
    return new Fault(problem, FailureEffect.NOT_SENT, FailureScope.DELIVERY, cause);
  }

  public Fault because(String why) {
    Problem p = problem();
    return with(new Problem(p.code(), p.what(), why, p.fix(), p.at()));
  }

  public Fault fix(String fix) {
    Problem p = problem();
    return with(new Problem(p.code(), p.what(), p.why(), fix, p.at()));
  }

  public Fault at(String path) {
    Problem p = problem();
    return with(new Problem(p.code(), p.what(), p.why(), p.fix(), path));
  }

  public Fault causedBy(Throwable cause) {
    return new Fault(problem(), effect(), scope(), cause);
  }

  /** No other message to this back-end would have got further. */
  public Fault ofLane() {
    return new Fault(problem(), effect(), FailureScope.LANE, getCause());
  }

  private Fault with(Problem problem) {
    return new Fault(problem, effect(), scope(), getCause());
  }
}
