package city.tongban.intake;

import city.tongban.cases.Application;
import city.tongban.cases.Backlog;
import city.tongban.cases.Router;
import city.tongban.catalogue.Catalogue;
import city.tongban.clock.BusinessClock;
import city.tongban.node.NodeProperties;
import city.tongban.partner.AccessPolicy;
import city.tongban.partner.Partner;
import city.tongban.query.Queries;
import city.tongban.support.DatabaseTestConfiguration;
import city.tongban.support.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/**
 * Intake with everything that it stands on, on a real database; only where a case is routed to is
 * said here, because routing is another module's.
 */
public final class IntakeFixture implements AutoCloseable {
  public static final String CENTRE = "31010100201";
  public static final Partner SENDER = Partner.centre(CENTRE);
  private static final ObjectMapper JSON = new ObjectMapper();

  public final TestDatabase database = TestDatabase.create();
  public final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  public IntakeFixture(String... furtherPackages) {
    context.registerBean(
        NodeProperties.class,
        () -> new NodeProperties(Path.of("."), Path.of("secrets"), "test", null));
    context.registerBean(DataSource.class, database::dataSource);
    context.register(DatabaseTestConfiguration.class, Ground.class);
    context.registerBean(AccessPolicy.class);
    context.registerBean(Queries.class, () -> Mockito.mock(Queries.class)); // nobody asks here
    context.scan("city.tongban.cases", "city.tongban.trace", "city.tongban.clock");
    context.scan("city.tongban.intake");
    if (furtherPackages.length > 0) {
      context.scan(furtherPackages);
    }
    context.refresh();
    context.getBean(BusinessClock.class).startAt(Instant.parse("2018-07-02T00:30:00Z"));
  }

  static class Ground {
    @Bean
    SimpleMeterRegistry meters() {
      return new SimpleMeterRegistry();
    }

    @Bean
    Catalogue catalogue() {
      return new Catalogue();
    }

    @Bean
    IntakeProperties settings() {
      return new IntakeProperties(
          Duration.ofDays(3), Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    @Bean
    AdmissionProperties admissionSettings() {
      return new AdmissionProperties(250, Duration.ofSeconds(2), DataSize.ofMegabytes(1));
    }

    @Bean
    Backlog backlog() {
      return () -> 0;
    }

    @Bean
    Router router() {
      return new Router() {
        @Override
        public Route route(Application application) {
          return new Route(
              "housing", application.collectingCentre(), "310101", LocalDate.of(2018, 7, 30));
        }

        @Override
        public Route ask(Application application) {
          throw new UnsupportedOperationException("nobody asks here");
        }
      };
    }
  }

  public Intake intake() {
    return context.getBean(Intake.class);
  }

  public JdbcClient jdbc() {
    return database.jdbc();
  }

  /** A message that is right in every field. */
  public static ObjectNode message(String id) {
    return (ObjectNode)
        tree(
            """
            {"messageId":"%s","item":"ZJ9001","collectedAt":"2018-07-02T08:29:10+08:00",
             "collectingCentre":"%s",
             "applicant":{"name":"王小明","idType":"RESIDENT_ID","idNumber":"11010519491231002X"},
             "materials":[{"code":"ZL01","title":"房屋租赁合同","source":"3","pages":12}],
             "form":{"monthlyRent":"5200","address":"南京东路1号"}}
            """
                .formatted(id, CENTRE));
  }

  /** The same with something changed. */
  public static IncomingMessage incoming(String id, Consumer<ObjectNode> change) {
    ObjectNode message = message(id);
    change.accept(message);
    return incoming(message.toString());
  }

  public static IncomingMessage incoming(String body) {
    return new IncomingMessage(body.getBytes(StandardCharsets.UTF_8), "application/json", null);
  }

  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public long count(String table) {
    return jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
