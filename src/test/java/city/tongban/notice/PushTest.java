package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A centre that has a web-hook is told there, in order, signed, and again until it says yes. */
class PushTest {
  private static final String CENTRE = PushBench.CENTRE;

  private final TestClock clock = new TestClock("2026-03-02T01:00:00Z");
  private TestDatabase database;
  private PushBench hub;
  private Receiver receiver;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.create();
    receiver = new Receiver(clock);
    hub = new PushBench(database, clock, "one", Map.of("hub.notice.push.attempts", "3"));
    hub.register(CENTRE, receiver, "/notices");
  }

  @AfterEach
  void close() {
    hub.close();
    receiver.close();
    database.close();
  }

  @Test
  void aNoticeArrivesSignedAsACloudEventWithItsTrace() {
    hub.tell(CENTRE);
    hub.settle();

    assertThat(receiver.got())
        .singleElement()
        .satisfies(
            got -> {
              assertThat(got.verdict()).isEqualTo("ok");
              assertThat(got.header("Content-type")).startsWith("application/cloudevents+json");
              assertThat(got.header("Traceparent")).isEqualTo(PushBench.TRACE);
              assertThat(got.event().path("specversion").asText()).isEqualTo("1.0");
              assertThat(got.event().path("type").asText()).isEqualTo("city.tongban.case.moved");
              assertThat(got.event().path("subject").asText()).isEqualTo(PushBench.CASE.value());
              assertThat(got.event().path("sequence").asText()).isEqualTo("0000000000000000001");
              assertThat(got.event().path("data").path("messageId").asText()).isEqualTo("m-1");
            });
    assertThat(hub.hook(CENTRE)).returns(1L, WebHook::taken).returns(0L, WebHook::waiting);
    assertThat(hub.stops()).containsExactly("web-hook-registered", "pushed");
  }
}
