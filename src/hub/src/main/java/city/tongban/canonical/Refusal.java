package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure that goes back to the sender; after the receipt it parks the delivery. */
public final class Refusal extends HubException {
  private Refusal(Problem problem, @Nullable Throwable cause) {
    super(problem, FailureEffect.NOT_SENT, FailureScope.DELIVERY, cause);
  }

  /**
   * Begins a sentence of {@link String#format} form; add {@code because}, {@code fix}, {@code at}.
   */
  @SuppressWarnings(
      "AnnotateFormatMethod") // some sentences come from files, where no compiler looks
  public static Refusal of(String code, String what, Object... values) {
    return new Refusal(new Problem(code, what.formatted(values), null, null, null), null);
  }

  /** The same failure found elsewhere, for those that only change its kind. */
  public static Refusal of(Problem problem, @Nullable Throwable cause) {
    return new Refusal(problem, cause);
  }

  public Refusal because(String why) {
    Problem p = problem();
    return new Refusal(new Problem(p.code(), p.what(), why, p.fix(), p.at()), getCause());
  }

  public Refusal fix(String fix) {
    Problem p = problem();
    return new Refusal(new Problem(p.code(), p.what(), p.why(), fix, p.at()), getCause());
  }

  public Refusal at(String path) {
    Problem p = problem();
    return new Refusal(new Problem(p.code(), p.what(), p.why(), p.fix(), path), getCause());
  }

  public Refusal causedBy(Throwable cause) {
    return new Refusal(problem(), cause);
  }
}
