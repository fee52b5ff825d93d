package city.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.clock.BusinessClock;
import city.tongban.support.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class BeansTest {
  @Test
  void springMakesTheClockTheCatalogueAndTheCalendar() {
    try (TestDatabase database = TestDatabase.create();
        var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JdbcClient.class, database::jdbc);
      context.scan("city.tongban.clock", "city.tongban.catalogue");
      context.refresh();

      BusinessClock clock = context.getBean(BusinessClock.class);
      clock.startAt(Instant.parse("2018-07-02T00:30:00Z"));

      assertThat(context.getBean(Calendar.class).plusWorkingDays(clock.today(), 20)).isPresent();
      assertThat(context.getBean(Catalogue.class).catalogue(clock.today())).hasSize(174);
      assertThat(context.getBean(Clock.class).instant()).isBeforeOrEqualTo(clock.wall());
    }
  }
}
