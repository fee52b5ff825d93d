package city.tongban.intake;

import city.tongban.canonical.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a message that has been counted and, if it could be parsed, recorded in the trace.
 */
public final class RefusedMessageException extends RuntimeException {
  private final transient List<Problem> problems;
  private final @Nullable String trail;

  RefusedMessageException(List<Problem> problems, @Nullable String trail) {
    super(problems.get(0).code() + ": " + problems.get(0).what());
    this.problems = List.copyOf(problems);
    this.trail = trail;
  }

  /** All problems, the main one first. */
  public List<Problem> problems() {
    return problems;
  }

  /** Id of the trace step that holds the refused message. */
  public @Nullable String trail() {
    return trail;
  }
}
