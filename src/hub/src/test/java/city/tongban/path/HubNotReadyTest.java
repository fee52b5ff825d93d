package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

/** A hub that listens but is not ready, as at each start, refuses nothing for good. */
class HubNotReadyTest {
  private static final String ME = "centre-" + CENTRE;
  private final RunningHub hub = RunningHub.get();

  /** Made while the hub is ready, because it asks the hub for the time. */
  private final Map<String, Object> application = Applications.benefit(36);

  @BeforeEach
  void refuseTraffic() {
    AvailabilityChangeEvent.publish(hub.context(), ReadinessState.REFUSING_TRAFFIC);
  }

  @AfterEach
  void acceptTraffic() {
    AvailabilityChangeEvent.publish(hub.context(), ReadinessState.ACCEPTING_TRAFFIC);
  }

  @Test
  void theSenderOfAnApplicationIsAskedToRetryAndTheRetryIsAccepted() {
    HttpResponse<String> early = hub.post("/api/v1/cases", ME, application);
    acceptTraffic();
    HttpResponse<String> again = hub.post("/api/v1/cases", ME, application);

    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.headers().firstValue("Retry-After")).contains("5");
    assertThat(RunningHub.json(early).get("code").asText()).isEqualTo("HUB-1033");
    assertThat(again.statusCode()).isEqualTo(201);
  }

  @Test
  void theSenderOfADepartmentsResultIsAskedToRetry() {
    HttpResponse<String> early = hub.post("/api/v1/back-ends/housing/results", "housing", "{}");

    assertThat(early.statusCode()).isEqualTo(503);
  }
}
