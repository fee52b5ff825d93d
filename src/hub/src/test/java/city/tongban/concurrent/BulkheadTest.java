package city.tongban.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BulkheadTest {
  private final Bulkhead bulkhead = new Bulkhead(1, Duration.ZERO);

  @Test
  void aCallerBeyondTheLimitIsRefusedAndThePlaceIsFreeAfterTheCall() {
    String inside =
        bulkhead.call(
            () -> {
              assertThatThrownBy(() -> bulkhead.call(() -> "second", IllegalStateException::new))
                  .isInstanceOf(IllegalStateException.class);
              return "first";
            },
            IllegalStateException::new);

    assertThat(inside).isEqualTo("first");
    assertThat(bulkhead.free()).isEqualTo(1);
  }

  @Test
  void aCallThatFailsFreesItsPlace() {
    assertThatThrownBy(
            () ->
                bulkhead.call(
                    () -> {
                      throw new UnsupportedOperationException();
                    },
                    IllegalStateException::new))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(bulkhead.free()).isEqualTo(1);
  }

  @Test
  void anInterruptedWaitEndsWithoutAPlaceAndTheInterruptIsKept() {
    Bulkhead patient = new Bulkhead(0, Duration.ofMinutes(1));
    Thread.currentThread().interrupt();

    assertThat(patient.enter()).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }
}
