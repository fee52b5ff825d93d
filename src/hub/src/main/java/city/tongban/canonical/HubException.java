package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/** A failure that explains itself; its type tells the route what to do with it. */
public abstract sealed class HubException extends RuntimeException permits Refusal, Outage, Fault {
  private final transient Problem problem;

  HubException(Problem problem, @Nullable Throwable cause) {
    super(problem.code() + ": " + problem.what(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
