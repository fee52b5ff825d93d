package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure that is tried again: the other side could not be reached or asked the hub to wait. */
public final class Outage extends HubException {
  private Outage(
      Problem problem, FailureEffect effect, FailureScope scope, @Nullable Throwable cause) {
    super(problem, effect, scope, cause);
  }

  /**
   * Begins an outage; add {@code because}, {@code fix}, {@code at}.
   *
   * @param what sentence in the form of {@link String#format}
   */
  @SuppressWarnings("AnnotateFormatMethod") // some sentences come from files
  public static Outage of(String code, String what, Object... values) {
    return of(Problem.of(code, what, values), null);
  }

  /** An outage for a problem that another kind of exception reported. */
  public static Outage of(Problem problem, @Nullable Throwable cause) {
    return new Outage(problem, FailureEffect.NOT_SENT, FailureScope.DELIVERY, cause);
  }

  public Outage because(String why) {
    return with(problem().because(why));
  }

  public Outage fix(String fix) {
    return with(problem().fix(fix));
  }

  public Outage at(String path) {
    return with(problem().at(path));
  }

  public Outage causedBy(Throwable cause) {
    return new Outage(problem(), effect(), scope(), cause);
  }

  /** The department may have taken the call in. */
  public Outage inDoubt() {
    return new Outage(problem(), FailureEffect.IN_DOUBT, scope(), getCause());
  }

  /** Marks the whole lane as affected: every other message to this back-end would fail too. */
  public Outage ofLane() {
    return new Outage(problem(), effect(), FailureScope.LANE, getCause());
  }

  private Outage with(Problem problem) {
    return new Outage(problem, effect(), scope(), getCause());
  }
}
