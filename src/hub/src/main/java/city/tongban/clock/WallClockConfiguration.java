package city.tongban.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The source of wall time; a test replaces it. */
@Configuration(proxyBeanMethods = false)
class WallClockConfiguration {
  @Bean
  Clock wall() {
    return Clock.systemUTC();
  }
}
