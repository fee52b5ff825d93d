package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure with its cause and its fix; its type tells the route what to do with it. */
public abstract sealed class HubException extends RuntimeException permits Refusal, Outage, Fault {
  private final transient Problem problem;

  private final FailureEffect effect;
  private final FailureScope scope;

  HubException(
      Problem problem, FailureEffect effect, FailureScope scope, @Nullable Throwable cause) {
    super(problem.code() + ": " + problem.what(), cause);
    this.problem = problem;
    this.effect = effect;
    this.scope = scope;
  }

  public Problem problem() {
    return problem;
  }

  /** Whether the department may have taken the failed call in. */
  public FailureEffect effect() {
    return effect;
  }

  /** Whether the failure says something about this delivery, or about the whole lane. */
  public FailureScope scope() {
    return scope;
  }
}
