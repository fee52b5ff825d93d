package city.tongban.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.MessageKey;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Alert;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.delivery.lane.LaneStatistics;
import city.tongban.delivery.lane.LaneTable;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.security.CertificateExpiryCheck;
import city.tongban.security.CertificateExpiryCheck.Ending;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which alerts a lane has, and how often they are logged. */
@ExtendWith(OutputCaptureExtension.class)
class LaneMonitorTest {
  private static final Instant NOW = Instant.parse("2018-07-02T04:00:00Z");
  private static final Connector HOUSING =
      ShippedConnectors.with(
          "housing",
          Map.of("doubt: ask", "doubt: ask\nalert: { waiting: 3, oldest: 30m, parked: 1 }"));

  private final LaneTable lanes = mock(LaneTable.class);
  private final OpeningHours openingHours = mock(OpeningHours.class);
  private final CertificateExpiryCheck certificates = mock(CertificateExpiryCheck.class);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private LaneMonitor monitor;

  @BeforeEach
  void housingIsOpen() {
    Connectors connectors = mock(Connectors.class);
    given(connectors.all()).willReturn(List.of(HOUSING));
    BusinessClock clock = mock(BusinessClock.class);
    given(clock.wall()).willReturn(NOW);
    given(openingHours.open(any())).willReturn(true);
    monitor = new LaneMonitor(lanes, connectors, openingHours, certificates, clock, meters);
  }

  @Test
  void aLaneBelowItsLimitsHasNoAlerts() {
    standing(2, Duration.ofMinutes(29), 0);

    assertThat(monitor.alerts()).isEmpty();
    assertThat(meters.get("hub.lane.waiting").tag("backEnd", "housing").gauge().value())
        .isEqualTo(2);
  }

  @Test
  void eachLimitHasAnAlertOfItsOwn() {
    standing(3, Duration.ofMinutes(30), 1);

    assertThat(monitor.alerts())
        .extracting(LaneAlert::code)
        .containsExactly("HUB-4071", "HUB-4072", "HUB-4073");
    assertThat(meters.get("hub.lane.alert").tag("code", "HUB-4072").gauge().value()).isEqualTo(1);
    assertThat(meters.get("hub.lane.oldest").gauge().value()).isEqualTo(1800);
  }

  @Test
  void deliveriesThatWaitForAnOpeningAreNoAlertAndParkedOnesAre() {
    given(openingHours.open(any())).willReturn(false);

    standing(500, Duration.ofHours(9), 2);

    assertThat(monitor.alerts()).extracting(LaneAlert::code).containsExactly("HUB-4073");
  }

  @Test
  void anAlertIsLoggedOnceWhenItBeginsAndOnceWhenItEnds(CapturedOutput log) {
    standing(3, Duration.ofMinutes(1), 0);
    standing(4, Duration.ofMinutes(2), 0);
    standing(0, Duration.ZERO, 0);
    standing(0, Duration.ZERO, 0);

    assertThat(log.getOut().split("HUB-4071: lane housing: alert.waiting \\[3, ", -1)).hasSize(2);
    assertThat(log.getOut()).doesNotContain("alert.waiting [4, ");
    assertThat(log.getOut().split("HUB-4071: lane housing: over", -1)).hasSize(2);
    assertThat(meters.find("hub.lane.alert").gauge()).isNull();
  }

  @Test
  void certificatesAndTheCalendarAreCheckedWithoutASetting() {
    given(certificates.endingSoon(HOUSING))
        .willReturn(List.of(new Ending("housing", "housing-tls", NOW.plusSeconds(60))));
    given(openingHours.calendarEnds(HOUSING)).willReturn(true);

    standing(0, Duration.ZERO, 0);

    assertThat(monitor.alerts())
        .containsExactly(
            new LaneAlert("housing", "HUB-4070", MessageKey.LANE_WITHOUT_CALENDAR.with()),
            new LaneAlert(
                "housing",
                "HUB-4074",
                MessageKey.ALERT_CERTIFICATE.with("housing-tls", NOW.plusSeconds(60))));
  }

  @Test
  void aLaneWithoutLimitsHasNoAlerts() {
    assertThat(
            new LaneStatistics(9999, Instant.EPOCH, 9999).against("housing", Alert.NONE, true, NOW))
        .isEmpty();
  }

  private void standing(int waiting, Duration oldest, int parked) {
    given(lanes.statistics())
        .willReturn(Map.of("housing", new LaneStatistics(waiting, NOW.minus(oldest), parked)));
    monitor.check();
  }
}
