package city.tongban.delivery;

import city.tongban.canonical.MessageKey;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.delivery.lane.LaneStatistics;
import city.tongban.delivery.lane.LaneTable;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.security.CertificateExpiryCheck;
import city.tongban.security.CertificateExpiryCheck.Ending;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Checks each lane every ten seconds: the limits that its connector declares, certificates that
 * expire, and a calendar that has ended. Publishes what it found as alerts and as meters.
 */
@Service
public class LaneMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(LaneMonitor.class);

  private final LaneTable lanes;
  private final Connectors connectors;
  private final OpeningHours openingHours;
  private final CertificateExpiryCheck certificates;
  private final BusinessClock clock;
  private final MultiGauge waiting;
  private final MultiGauge oldest;
  private final MultiGauge parked;
  private final MultiGauge warned;
  private volatile List<LaneAlert> alerts = List.of();

  LaneMonitor(
      LaneTable lanes,
      Connectors connectors,
      OpeningHours openingHours,
      CertificateExpiryCheck certificates,
      BusinessClock clock,
      MeterRegistry meters) {
    this.lanes = lanes;
    this.connectors = connectors;
    this.openingHours = openingHours;
    this.certificates = certificates;
    this.clock = clock;
    this.waiting = MultiGauge.builder("hub.lane.waiting").register(meters);
    this.oldest = MultiGauge.builder("hub.lane.oldest").baseUnit("seconds").register(meters);
    this.parked = MultiGauge.builder("hub.lane.parked").register(meters);
    this.warned = MultiGauge.builder("hub.lane.alert").register(meters);
  }

  /** The alerts of the last check, by back-end and code. */
  public List<LaneAlert> alerts() {
    return alerts;
  }

  @Scheduled(fixedDelay = 10_000)
  void check() {
    try {
      Map<String, LaneStatistics> figures = lanes.statistics();
      List<LaneAlert> now = new ArrayList<>();
      for (Connector lane : connectors.all()) {
        LaneStatistics its = figures.getOrDefault(lane.backEnd(), new LaneStatistics(0, null, 0));
        now.addAll(
            its.against(lane.backEnd(), lane.alert(), openingHours.open(lane), clock.wall()));
        now.addAll(calendarAlerts(lane));
        certificates.endingSoon(lane).forEach(ending -> now.add(certificateAlert(ending)));
      }
      logChanges(now);
      alerts = List.copyOf(now);
      publish(figures, now);
    } catch (DataAccessException e) {
      LOG.warn(
          "the lanes could not be checked; the alerts are those of the last check: {}",
          e.toString());
    }
  }

  private List<LaneAlert> calendarAlerts(Connector lane) {
    return openingHours.calendarEnds(lane)
        ? List.of(
            new LaneAlert(lane.backEnd(), "HUB-4070", MessageKey.LANE_WITHOUT_CALENDAR.with()))
        : List.of();
  }

  private static LaneAlert certificateAlert(Ending ending) {
    return new LaneAlert(
        ending.backEnd(),
        "HUB-4074",
        MessageKey.ALERT_CERTIFICATE.with(ending.secret(), ending.notAfter()));
  }

  /** Once when a limit is reached and once when that is over, not at each check. */
  private void logChanges(List<LaneAlert> now) {
    Set<String> before = alerts.stream().map(LaneMonitor::key).collect(Collectors.toSet());
    Set<String> after = new HashSet<>();
    for (LaneAlert alert : now) {
      after.add(key(alert));
      if (!before.contains(key(alert))) {
        LOG.warn(
            "{}: lane {}: {} {}",
            alert.code(),
            alert.backEnd(),
            alert.what().key(),
            alert.what().arguments());
      }
    }
    alerts.stream()
        .filter(alert -> !after.contains(key(alert)))
        .forEach(alert -> LOG.info("{}: lane {}: over", alert.code(), alert.backEnd()));
  }

  /** A count that grows is the same alert; another certificate is another one. */
  private static String key(LaneAlert alert) {
    String which = alert.code().equals("HUB-4074") ? alert.what().toString() : "";
    return alert.backEnd() + " " + alert.code() + " " + which;
  }

  private void publish(Map<String, LaneStatistics> figures, List<LaneAlert> now) {
    List<Row<?>> waits = new ArrayList<>();
    List<Row<?>> ages = new ArrayList<>();
    List<Row<?>> stands = new ArrayList<>();
    figures.forEach(
        (backEnd, its) -> {
          Tags tags = Tags.of("backEnd", backEnd);
          waits.add(Row.of(tags, its.waiting()));
          ages.add(Row.of(tags, its.age(clock.wall()).orElse(Duration.ZERO).toSeconds()));
          stands.add(Row.of(tags, its.parked()));
        });
    waiting.register(waits, true);
    oldest.register(ages, true);
    parked.register(stands, true);
    warned.register(
        now.stream()
            .map(alert -> Tags.of("backEnd", alert.backEnd(), "code", alert.code()))
            .distinct()
            .<Row<?>>map(tags -> Row.of(tags, 1))
            .toList(),
        true);
  }
}
