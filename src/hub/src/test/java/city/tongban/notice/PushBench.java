package city.tongban.notice;

import static org.awaitility.Awaitility.await;

import city.tongban.canonical.CaseNumber;
import city.tongban.cases.Application;
import city.tongban.cases.CaseState;
import city.tongban.cases.CaseView;
import city.tongban.cases.NoticeRequested;
import city.tongban.cases.Router;
import city.tongban.clock.BusinessClock;
import city.tongban.node.NodeProperties;
import city.tongban.partner.Partner;
import city.tongban.support.DatabaseTestConfiguration;
import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One node that tells centres of a case, on a real database. Its wall clock stands still unless the
 * test moves it: what is not due does not become due while the test looks.
 */
final class PushBench implements AutoCloseable {
  static final String CENTRE = "31010100201";
  static final CaseNumber CASE = new CaseNumber("310101-20180702-000001");
  static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
  private final TestDatabase database;
  private final TestClock clock;

  PushBench(TestDatabase database, TestClock clock, String node, Map<String, Object> settings) {
    this.database = database;
    this.clock = clock;
    begin(database, clock);
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.registerBean(
        NodeProperties.class,
        () -> new NodeProperties(Path.of("data"), Path.of("secrets"), node, null));
    context.registerBean(
        DataSource.class,
        database::dataSource,
        bean -> bean.setDestroyMethodName("")); // the database outlives a node
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(BusinessClock.class);
    context.register(DatabaseTestConfiguration.class, Ground.class);
    context.scan("city.tongban.cases", "city.tongban.trace", "city.tongban.notice");
    context.refresh();
  }

  /** The settings as they are, but for those named. */
  static PushProperties limits(Map<String, Object> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("hub.notice.push", PushProperties.class);
  }

  private static void begin(TestDatabase database, TestClock clock) {
    JdbcClient jdbc = database.jdbc();
    jdbc.sql("insert into business_clock values (true, ?, ?, 1) on conflict do nothing")
        .param(WebhookTable.utc(clock.instant()))
        .param(WebhookTable.utc(Instant.parse("2018-07-02T00:30:00Z")))
        .update();
    jdbc.sql(
            """
            insert into hub_case (number, item, state, back_end, sender, sender_message_id,
              collecting_centre, home_centre, collected_at, received_at, late_upload, canonical, traceparent, changed_at)
            values (?, 'ZJ9001', 'COLLECTED', 'housing', ?, 'm-1', ?, ?, now(), now(), false, '', ?, now())
            on conflict do nothing
            """)
        .param(CASE.value())
        .param(Partner.centre(CENTRE).id())
        .param(CENTRE)
        .param(CENTRE)
        .param(TRACE)
        .update();
  }

  static class Ground {
    @Bean
    Router router() {
      return new Router() {
        @Override
        public Route route(Application application) {
          throw new UnsupportedOperationException("nothing is routed here");
        }

        @Override
        public Route ask(Application application) {
          throw new UnsupportedOperationException("nothing is asked here");
        }
      };
    }
  }

  <T> T the(Class<T> type) {
    return context.getBean(type);
  }

  Webhooks webHooks() {
    return the(Webhooks.class);
  }

  /** Registers a receiver, who learns its secret. */
  void register(String centre, Receiver receiver, String path) {
    receiver.knows(register(centre, receiver.url(path)));
  }

  Webhooks.NewSecret register(String centre, String url) {
    return webHooks().register(centre, new Webhooks.Registration(url, null, false)).secret();
  }

  void tell(String centre) {
    the(TransactionTemplate.class)
        .executeWithoutResult(
            tx ->
                context.publishEvent(
                    new NoticeRequested(about(centre), "city.tongban.case.moved", null)));
  }

  void tell(String centre, int times) {
    for (int i = 0; i < times; i++) {
      tell(centre);
    }
  }

  /** Until nothing is due and nobody pushes; with the clock at rest it stays so. */
  void settle() {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                database
                    .jdbc()
                    .sql("select count(*) from web_hook where node is not null or due_at <= ?")
                    .param(WebhookTable.utc(clock.instant()))
                    .query(Long.class)
                    .single()
                    .equals(0L));
  }

  Webhook hook(String centre) {
    return webHooks().read(centre);
  }

  /** Events of the stops about notices, oldest first. */
  List<String> stops() {
    return database
        .jdbc()
        .sql("select event from trail where stage = 'notice' order by id")
        .query(String.class)
        .list();
  }

  private CaseView about(String centre) {
    Instant now = clock.instant();
    return new CaseView(
        CASE,
        "ZJ9001",
        CaseState.COLLECTED,
        null,
        null,
        "housing",
        Partner.centre(centre).id(),
        "m-1",
        centre,
        centre,
        now,
        now,
        false,
        LocalDate.of(2018, 7, 30),
        now,
        TRACE);
  }

  @Override
  public void close() {
    context.close();
  }
}
