package city.tongban.probe;

import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckKind;
import city.tongban.transport.CheckResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One check of a connection and what became of it.
 *
 * @param said what it found out; null when it was not tried
 * @param cause why it failed; null unless it did
 * @param millis how long it took
 */
public record ProbeStep(
    CheckKind check,
    Outcome outcome,
    @Nullable CheckResult said,
    @Nullable CheckFailureCause cause,
    long millis) {

  /** What can become of a check. */
  public enum Outcome {
    OK,
    FAILED,
    /** this line has no such thing, or nothing can be learned without sending a case */
    NOT_APPLICABLE,
    /** one before it stands in the way */
    NOT_TRIED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
