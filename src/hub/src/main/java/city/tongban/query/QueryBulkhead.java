package city.tongban.query;

import city.tongban.canonical.Outage;
import city.tongban.concurrent.Bulkhead;
import city.tongban.connector.Connector;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Limits how many queries run at the same time, in all and for each department. A query holds a
 * thread of the web server until its department answers, and applications arrive at the same
 * server.
 */
@Component
class QueryBulkhead {
  /**
   * Together with the messages that wait at intake, fewer than {@code server.tomcat.threads.max}.
   */
  static final int ALL = 8;

  /** The part of them that the queries of one department may use. */
  static final int EACH = 4;

  private static final Duration MAX_WAIT = Duration.ofSeconds(1);

  private final Bulkhead all = new Bulkhead(ALL, MAX_WAIT);
  private final Map<String, Bulkhead> byDepartment = new ConcurrentHashMap<>();

  /**
   * Runs a query when there is capacity.
   *
   * @throws Outage when there is none in time: the centre is asked to send the query again
   */
  <T> T at(Connector connector, Supplier<T> query) {
    int places = Math.min(EACH, connector.limits().concurrency());
    // another version of the connector may have another limit
    Bulkhead own =
        byDepartment.computeIfAbsent(
            connector.backEnd() + " " + places, key -> new Bulkhead(places, MAX_WAIT));
    return own.call(() -> all.call(query, QueryBulkhead::busy), QueryBulkhead::busy);
  }

  private static Outage busy() {
    return Outage.of("HUB-3021", "too many questions are being asked at this moment")
        .because(
            "each query holds a thread until its department answers, and the hub limits their"
                + " number")
        .fix("send the same message again, with the same id");
  }
}
