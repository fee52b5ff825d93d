package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure that is tried again: the other side could not be reached or asked us to wait. */
public final class Outage extends HubException {
  private Outage(Problem problem, @Nullable Throwable cause) {
    super(problem, cause);
  }

  /**
   * Begins a sentence of {@link String#format} form; add {@code because}, {@code fix}, {@code at}.
   */
  @SuppressWarnings(
      "AnnotateFormatMethod") // some sentences come from files, where no compiler looks
  public static Outage of(String code, String what, Object... values) {
    return new Outage(new Problem(code, what.formatted(values), null, null, null), null);
  }

  /** The same failure found elsewhere, for those that only change its kind. */
  public static Outage of(Problem problem, @Nullable Throwable cause) {
    return new Outage(problem, cause);
  }

  public Outage because(String why) {
    Problem p = problem();
    return new Outage(new Problem(p.code(), p.what(), why, p.fix(), p.at()), getCause());
  }

  public Outage fix(String fix) {
    Problem p = problem();
    return new Outage(new Problem(p.code(), p.what(), p.why(), fix, p.at()), getCause());
  }

  public Outage at(String path) {
    Problem p = problem();
    return new Outage(new Problem(p.code(), p.what(), p.why(), p.fix(), path), getCause());
  }

  public Outage causedBy(Throwable cause) {
    return new Outage(problem(), cause);
  }
}
