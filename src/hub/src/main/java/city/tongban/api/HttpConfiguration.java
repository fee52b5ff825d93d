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
   * Handles requests on the web server's own thread. The starter would pass each request to Boot's
   * task pool, eight threads behind an unbounded queue, where a receipt could arrive after the
   * sender's time-out.
   */
  @Bean("platform-http-engine")
  PlatformHttpEngine platformHttpEngine(@Value("${server.port:8080}") int port) {
    return new SpringBootPlatformHttpEngine(port, Runnable::run);
  }

  /** Runs before the security chain, which checks every token. */
  @Bean
  FilterRegistrationBean<OverloadFilter> crowdedDoor(Intake intake, ProblemWriter problems) {
    FilterRegistrationBean<OverloadFilter> door =
        new FilterRegistrationBean<>(new OverloadFilter(intake, problems));
    door.addUrlPatterns("/api/v1/cases");
    door.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return door;
  }
}
