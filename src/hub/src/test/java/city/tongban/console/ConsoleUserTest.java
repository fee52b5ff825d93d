package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.trace.TraceStepView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** What a page shows to whom. */
class ConsoleUserTest {
  private final List<TraceStepView> stops = new SampleTrail().of(Sample.DECIDED);

  @Test
  void whoReadWhatIsShownToAuditorsOnly() {
    assertThat(stages("OPERATOR")).contains("intake").doesNotContain("trace");
    assertThat(stages("ENGINEER")).contains("intake").doesNotContain("trace");
    assertThat(stages("AUDITOR")).contains("intake", "trace");
    assertThat(ConsoleUser.NOBODY.shown(stops))
        .extracting(TraceStepView::stage)
        .doesNotContain("trace");
  }

  private List<String> stages(String role) {
    var person = new TestingAuthenticationToken("somebody", "", "ROLE_" + role);
    return new ConsoleUser(person).shown(stops).stream().map(TraceStepView::stage).toList();
  }
}
