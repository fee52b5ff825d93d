package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure that is tried again: the other side could not be reached or asked us to wait. */
public final class Outage extends HubException {
  private Outage(
      Problem problem, FailureEffect effect, FailureScope scope, @Nullable Throwable cause) {
    super(problem, effect, scope, cause);
  }

  /**
   * Begins a sentence of {@link String#format} form; add {@code because}, {@code fix}, {@code at}.
   */
  @SuppressWarnings(
      "AnnotateFormatMethod") // some sentences come from files, where no compiler looks
  public static Outage of(String code, String what, Object... values) {
    return of(new Problem(code, what.formatted(values), null, null, null), null);
  }

  /** The same failure found elsewhere, for those that only change its kind. */
  public static Outage of(Problem problem, @Nullable Throwable cause) {
    return new Outage(problem, FailureEffect.NOT_SENT, FailureScope.DELIVERY, cause);
  }

  public Outage because(String why) {
    Problem p = problem();
    return with(new Problem(p.code(), p.what(), why, p.fix(), p.at()));
  }

  public Outage fix(String fix) {
    Problem p = problem();
    return with(new Problem(p.code(), p.what(), p.why(), fix, p.at()));
  }

  public Outage at(String path) {
    Problem p = problem();
    return with(new Problem(p.code(), p.what(), p.why(), p.fix(), path));
  }

  public Outage causedBy(Throwable cause) {
    return new Outage(problem(), effect(), scope(), cause);
  }

  /** The department may have taken the call in. */
  public Outage inDoubt() {
    return new Outage(problem(), FailureEffect.IN_DOUBT, scope(), getCause());
  }

  /** No other message to this back-end would have got further. */
  public Outage ofLane() {
    return new Outage(problem(), effect(), FailureScope.LANE, getCause());
  }

  private Outage with(Problem problem) {
    return new Outage(problem, effect(), scope(), getCause());
  }
}
