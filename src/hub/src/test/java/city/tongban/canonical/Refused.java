package city.tongban.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every test of a refusal asks: the code, and that the sentences give nothing away. */
final class Refused {
  private Refused() {}

  static Problem refused(String code, ThrowingCallable act) {
    Refusal refusal = catchThrowableOfType(Refusal.class, act);
    assertThat(refusal).as("a refusal with %s", code).isNotNull();
    assertThat(refusal.problem().code()).isEqualTo(code);
    return refusal.problem();
  }

  static void refusedWithoutRepeating(String data, String code, ThrowingCallable act) {
    Problem problem = refused(code, act);
    assertThat(problem.fix()).as("a way to put it right").isNotBlank();
    assertThat(problem.toString()).doesNotContain(data);
  }
}
