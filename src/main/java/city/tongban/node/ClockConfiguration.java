package city.tongban.node;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wall clock, which nobody moves; tests may hand in another. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  Clock wallClock() {
    return Clock.systemUTC();
  }
}
