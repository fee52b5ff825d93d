package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import city.tongban.path.ConsoleHttpClient;
import city.tongban.path.RunningHub;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A resident without a receipt is found by paper or name, and shown to nobody by it. */
class PersonSearchTest {
  private static final String NAME = "欧阳𠮷霖";

  private final RunningHub hub = RunningHub.get();
  private final ConsoleHttpClient operator = ConsoleHttpClient.as("operator");

  @Test
  void aCaseIsFoundByNumberAndByNameHoweverTheyAreTyped() {
    String number = hub.receipted(Applications.named(Applications.benefit(36), NAME));

    assertThat(found(" 11010519491231002x ")).contains(number);
    assertThat(found(NAME)).contains(number).doesNotContain("11010519491231002X");
  }

  @Test
  void whoIsInNoCaseIsNotFound() {
    assertThat(found("310101198001010018")).contains("class=\"empty\"");
    assertThat(found("' or 1=1 --")).contains("class=\"empty\"");
    assertThat(found("")).contains("class=\"empty\"");
  }

  @Test
  void theLookIsRecordedWithoutTheWord() {
    found("无人知晓");

    String readings = ConsoleHttpClient.as("auditor").get("/console/readings").body();
    assertThat(readings).contains("operator").doesNotContain("无人知晓");
    assertThat(readings).containsAnyOf("按人查找", "Person searched");
  }

  private String found(String person) {
    return operator.post("/console/people", Map.of("person", person)).body();
  }
}
