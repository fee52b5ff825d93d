package city.rehearsal.simulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static Faults.Setting setting(FaultKind kind, Integer count, Double share) {
    return new Faults.Setting(kind, count, share, null, 1L);
  }

  private static List<Boolean> strikes(Faults faults, int calls) {
    List<Boolean> strikes = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      strikes.add(faults.onCall().isPresent());
    }
    return strikes;
  }

  @Test
  void aCountedFaultStrikesTheNextCallsAndIsGone() {
    Faults faults = new Faults();
    faults.activate(setting(FaultKind.BUSY, 2, null));

    assertThat(strikes(faults, 4)).containsExactly(true, true, false, false);
    assertThat(faults.settings()).isEmpty();
  }

  @Test
  void aShareStrikesTheSameCallsEachTime() {
    Faults one = new Faults();
    Faults other = new Faults();
    one.activate(setting(FaultKind.BUSY, null, 0.3));
    other.activate(setting(FaultKind.BUSY, null, 0.3));

    List<Boolean> strikes = strikes(one, 1000);

    assertThat(strikes).isEqualTo(strikes(other, 1000));
    assertThat(strikes.stream().filter(struck -> struck).count()).isBetween(250L, 350L);
  }

  @Test
  void aFaultOfResultsDoesNotStrikeCalls() {
    Faults faults = new Faults();
    faults.activate(setting(FaultKind.LATE_RESULT, 1, null));

    assertThat(strikes(faults, 3)).doesNotContain(true);
    assertThat(faults.onResult(FaultKind.DUPLICATE_RESULT)).isEmpty();
    assertThat(faults.onResult(FaultKind.LATE_RESULT)).isPresent();
    assertThat(faults.onResult(FaultKind.LATE_RESULT)).isEmpty();
  }
}
