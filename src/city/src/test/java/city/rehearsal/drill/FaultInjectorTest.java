package city.rehearsal.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only what a department says it has is switched on for it. */
class FaultInjectorTest {
  private final JsonNode kinds;

  FaultInjectorTest() throws JsonProcessingException {
    kinds =
        new ObjectMapper()
            .readTree(
                """
                {"grain": ["down", "missing-line", "half-file"], "housing": ["down", "doctype"]}
                """);
  }

  @Test
  void allFaultsAreThoseOfEachBackEndExceptThoseThatLeaveACaseOpen() {
    assertThat(FaultInjector.faults(kinds, List.of("all")))
        .containsEntry("grain", List.of("down", "half-file"))
        .containsEntry("housing", List.of("down", "doctype"));
  }

  @Test
  void whoDoesNotHaveTheWantedOneIsLeftAlone() {
    assertThat(FaultInjector.faults(kinds, List.of("missing-line")))
        .containsOnlyKeys("grain")
        .containsEntry("grain", List.of("missing-line"));
  }

  @Test
  void aFaultThatNobodyHasIsNoDrillWithFaults() {
    assertThatThrownBy(() -> FaultInjector.faults(kinds, List.of("dwon")))
        .hasMessageContaining("[dwon]");
  }
}
