package city.tongban.trace;

import static city.tongban.canonical.KeyedMessage.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StoredText;
import city.tongban.canonical.TraceStep;
import city.tongban.clock.BusinessClock;
import city.tongban.node.NodeProperties;
import city.tongban.support.TestDatabase;
import city.tongban.vault.TestVault;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows as this version writes them, and rows as version 0.1.0 wrote them. */
class TraceTableTest {
  private static final Instant NOW = Instant.parse("2018-07-02T00:41:10Z");
  private static final CaseNumber NUMBER = new CaseNumber("310101-20180702-000482");

  private final TestDatabase database = TestDatabase.create();
  private final BusinessClock clock = mock(BusinessClock.class);
  private TraceTable table;

  @BeforeEach
  void open() {
    given(clock.wall()).willReturn(NOW);
    given(clock.business()).willReturn(NOW);
    table =
        new TraceTable(
            new JdbcTemplate(database.dataSource()),
            database.jdbc(),
            TestVault.vault(),
            clock,
            new ObjectMapper(),
            new NodeProperties(Path.of("data"), Path.of("secrets"), "node-1", null));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aStepKeepsItsKeyAndArgumentsAndNoText() {
    KeyedMessage moved =
        MessageKey.CASE_MOVED.with(code("state", "COLLECTED"), code("state", "ACCEPTED"));

    String id = insert(TraceStep.at("case", "moved").of(NUMBER).detail(moved).build());

    assertThat(read(id).detail()).isEqualTo(StoredText.of(moved));
    assertThat(row(id))
        .containsEntry("detail", null)
        .containsEntry("detail_key", "step.case-moved")
        .extractingByKey("detail_args")
        .hasToString(
            "[{\"key\": \"state.COLLECTED\", \"arguments\": []},"
                + " {\"key\": \"state.ACCEPTED\", \"arguments\": []}]");
  }

  @Test
  void numbersTextsAndTimesComeBackAsTheyWere() {
    KeyedMessage joined = MessageKey.JOINED_BATCH.with(17L, NOW);
    KeyedMessage reason = MessageKey.PERSON_REASON.with("对方系统已恢复 {0} 'x'");

    assertThat(read(insert(step().detail(joined).build())).detail())
        .extracting(StoredText::message)
        .hasToString("KeyedMessage[key=step.joined-batch, arguments=[17, 2018-07-02T00:41:10Z]]");
    assertThat(read(insert(step().detail(reason).build())).detail())
        .isEqualTo(StoredText.of(reason));
  }

  @Test
  void aProblemKeepsItsCodeAndTheValuesOfItsSentence() {
    Problem problem =
        Refusal.of("HUB-4003", "delivery %s is %s", "310101-20180702-000482/1", "SENT").problem();

    String id = insert(step().problem(problem).build());

    assertThat(read(id).problem()).isEqualTo(problem);
    assertThat(problem.arguments()).containsExactly("310101-20180702-000482/1", "SENT");
  }

  @Test
  void aRowOfVersion010IsReadAsItWasStored() {
    database
        .jdbc()
        .sql(
            """
            insert into trail (id, at, business_at, stage, event, case_number, error_code, error, detail, node)
            values ('01', ?, ?, 'delivery', 'failed', ?, 'HUB-4010',
              '{"code":"HUB-4010","what":"housing cannot be reached","why":null,"fix":null,"at":null}',
              'try 1 of 3', 'node-1')
            """)
        .param(NOW.atOffset(java.time.ZoneOffset.UTC))
        .param(NOW.atOffset(java.time.ZoneOffset.UTC))
        .param(NUMBER.value())
        .update();

    TraceStepView step = read("01");

    assertThat(step.detail()).isEqualTo(StoredText.of("try 1 of 3"));
    assertThat(step.problem())
        .isEqualTo(new Problem("HUB-4010", "housing cannot be reached", null, null, null));
    assertThat(table.of(NUMBER)).containsExactly(step);
  }

  private static TraceStep.Builder step() {
    return TraceStep.at("delivery", "failed").of(NUMBER);
  }

  private String insert(TraceStep step) {
    table.insert(List.of(table.row(step)));
    return step.id();
  }

  private TraceStepView read(String id) {
    return table.find(id).orElseThrow();
  }

  private Map<String, Object> row(String id) {
    return database
        .jdbc()
        .sql("select detail, detail_key, detail_args from trail where id = ?")
        .param(id)
        .query()
        .singleRow();
  }
}
