package city.tongban.probe;

import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckKind;
import city.tongban.transport.CheckResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One check of a connection and its outcome.
 *
 * @param said the result; null when it was not tried
 * @param cause why it failed; null unless it did
 * @param millis how long it took
 */
public record ProbeStep(
    CheckKind check,
    Outcome outcome,
    @Nullable CheckResult said,
    @Nullable CheckFailureCause cause,
    long millis) {

  /** The outcomes of a check. */
  public enum Outcome {
    OK,
    FAILED,
    /** the transport has no such check, or it would need a case */
    NOT_APPLICABLE,
    /** an earlier check has failed */
    NOT_TRIED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
