package city.tongban.api;

import city.tongban.intake.Intake;
import city.tongban.partner.ProblemWriter;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the HTTP server of Camel's routes. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  /**
   * On the web server's own thread: the starter would hand each request to Boot's task pool, eight
   * threads behind an endless queue, where a slow second would grow into a receipt that nobody
   * waits for any more.
   */
  @Bean("platform-http-engine")
  PlatformHttpEngine platformHttpEngine(@Value("${server.port:8080}") int port) {
    return new SpringBootPlatformHttpEngine(port, Runnable::run);
  }

  /** Before the security chain, which looks at every token. */
  @Bean
  FilterRegistrationBean<OverloadFilter> crowdedDoor(Intake intake, ProblemWriter problems) {
    FilterRegistrationBean<OverloadFilter> door =
        new FilterRegistrationBean<>(new OverloadFilter(intake, problems));
    door.addUrlPatterns("/api/v1/cases");
    door.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return door;
  }
}
