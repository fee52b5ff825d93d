package city.rehearsal.simulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static Faults.Setting setting(FaultKind kind, Integer count, Double share) {
    return new Faults.Setting(kind, count, share, null, 1L);
  }

  private static List<Boolean> injections(Faults faults, int calls) {
    List<Boolean> injections = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      injections.add(faults.onCall().isPresent());
    }
    return injections;
  }

  @Test
  void aCountedFaultHitsTheNextCallsAndIsThenOff() {
    Faults faults = new Faults();
    faults.activate(setting(FaultKind.BUSY, 2, null));

    assertThat(injections(faults, 4)).containsExactly(true, true, false, false);
    assertThat(faults.settings()).isEmpty();
  }

  @Test
  void aShareHitsTheSameCallsEachTime() {
    Faults one = new Faults();
    Faults other = new Faults();
    one.activate(setting(FaultKind.BUSY, null, 0.3));
    other.activate(setting(FaultKind.BUSY, null, 0.3));

    List<Boolean> injections = injections(one, 1000);

    assertThat(injections).isEqualTo(injections(other, 1000));
    assertThat(injections.stream().filter(hit -> hit).count()).isBetween(250L, 350L);
  }

  @Test
  void aFaultOfResultsDoesNotHitCalls() {
    Faults faults = new Faults();
    faults.activate(setting(FaultKind.LATE_RESULT, 1, null));

    assertThat(injections(faults, 3)).doesNotContain(true);
    assertThat(faults.onResult(FaultKind.DUPLICATE_RESULT)).isEmpty();
    assertThat(faults.onResult(FaultKind.LATE_RESULT)).isPresent();
    assertThat(faults.onResult(FaultKind.LATE_RESULT)).isEmpty();
  }
}
