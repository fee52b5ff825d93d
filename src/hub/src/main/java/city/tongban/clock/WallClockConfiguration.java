package city.tongban.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where wall time comes from, so that a test can put its own there. */
@Configuration(proxyBeanMethods = false)
class WallClockConfiguration {
  @Bean
  Clock wall() {
    return Clock.systemUTC();
  }
}
