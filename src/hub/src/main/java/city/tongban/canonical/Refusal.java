package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure that goes back to the sender; after the receipt it parks the delivery. */
public final class Refusal extends HubException {
  private Refusal(Problem problem, @Nullable Throwable cause) {
    super(problem, FailureEffect.NOT_SENT, FailureScope.DELIVERY, cause);
  }

  /**
   * Begins a refusal; add {@code because}, {@code fix}, {@code at}.
   *
   * @param what sentence in the form of {@link String#format}
   */
  @SuppressWarnings("AnnotateFormatMethod") // some sentences come from files
  public static Refusal of(String code, String what, Object... values) {
    return new Refusal(Problem.of(code, what, values), null);
  }

  /** A refusal for a problem that another kind of exception reported. */
  public static Refusal of(Problem problem, @Nullable Throwable cause) {
    return new Refusal(problem, cause);
  }

  public Refusal because(String why) {
    return new Refusal(problem().because(why), getCause());
  }

  public Refusal fix(String fix) {
    return new Refusal(problem().fix(fix), getCause());
  }

  public Refusal at(String path) {
    return new Refusal(problem().at(path), getCause());
  }

  public Refusal causedBy(Throwable cause) {
    return new Refusal(problem(), cause);
  }
}
