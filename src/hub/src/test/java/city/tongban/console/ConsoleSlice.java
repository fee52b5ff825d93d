package city.tongban.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;

import city.tongban.api.ControlTotals;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.catalogue.Catalogue;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.connector.Title;
import city.tongban.delivery.Deliveries;
import city.tongban.delivery.LaneAlert;
import city.tongban.delivery.LaneMonitor;
import city.tongban.faults.SimulatorFaults;
import city.tongban.probe.Probes;
import city.tongban.query.Queries;
import city.tongban.trace.MessageRenderer;
import city.tongban.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The screens with nothing behind them: sample cases, and the log-in and content policy of the real
 * hub.
 */
@ComponentScan(basePackageClasses = ConsoleWebConfiguration.class)
@ImportAutoConfiguration({
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
class ConsoleSlice {
  static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action"
          + " 'self'";

  public static void main(String[] arguments) {
    SpringApplication.run(ConsoleSlice.class, arguments);
  }

  @Bean
  SecurityFilterChain door(HttpSecurity http) throws Exception {
    return http.headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY)))
        .csrf(Customizer.withDefaults())
        .formLogin(
            form -> form.loginPage("/console/login").defaultSuccessUrl("/console").permitAll())
        .logout(out -> out.logoutUrl("/console/logout").logoutSuccessUrl("/console/login?logout"))
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers("/assets/**", "/webjars/**", "/console/login")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("operator").password("{noop}open").roles("OPERATOR").build());
  }

  @Bean
  ControlTotals sum() {
    ControlTotals sum = mock(ControlTotals.class);
    given(sum.now())
        .willReturn(new ControlTotals.Total(12_480, 511, 11_902, 7, 60, Map.of(), Map.of()));
    return sum;
  }

  @Bean
  Cases cases() {
    Cases cases = mock(Cases.class);
    given(cases.recent(anyInt())).willReturn(Sample.cases());
    given(cases.get(any())).willAnswer(call -> view(call.getArgument(0)));
    given(cases.file(any()))
        .willAnswer(call -> Optional.of(Sample.file(view(call.getArgument(0)))));
    return cases;
  }

  @Bean
  Queries queries() {
    return mock(Queries.class); // nobody has asked
  }

  @Bean
  Deliveries deliveries() {
    Deliveries deliveries = mock(Deliveries.class);
    given(deliveries.of(any())).willAnswer(call -> Sample.deliveries(call.getArgument(0)));
    given(deliveries.inState(any(), any(), anyInt()))
        .willAnswer(call -> Sample.inState(call.getArgument(0)));
    return deliveries;
  }

  @Bean
  LaneMonitor laneWatch() {
    LaneMonitor watch = mock(LaneMonitor.class);
    given(watch.alerts())
        .willReturn(
            List.of(new LaneAlert("housing", "HUB-4071", MessageKey.ALERT_WAITING.with(120, 100))));
    return watch;
  }

  @Bean
  MessageRenderer messageRenderer(MessageSource messages) {
    return new MessageRenderer(messages);
  }

  @Bean
  Traces trail() {
    SampleTrail sample = new SampleTrail();
    Traces trail = mock(Traces.class);
    given(trail.of(any())).willAnswer(call -> sample.of(call.getArgument(0)));
    given(trail.readings(anyString(), anyInt())).willReturn(sample.readings());
    given(trail.find(anyString()))
        .willAnswer(call -> Optional.ofNullable(sample.find(call.getArgument(0))));
    given(trail.body(anyString(), anyBoolean()))
        .willAnswer(
            call -> Optional.ofNullable(sample.body(call.getArgument(0), call.getArgument(1))));
    return trail;
  }

  @Bean
  Connectors connectors() {
    Connector housing = titled("住建", "Housing Administration");
    Connector humanResources = titled("人社", "Human Resources and Social Security");
    Connectors connectors = mock(Connectors.class);
    given(connectors.active(anyString()))
        .willThrow(Refusal.of("HUB-3001", "no connector of that name"));
    willReturn(housing).given(connectors).active("housing");
    willReturn(humanResources).given(connectors).active("human-resources");
    return connectors;
  }

  @Bean
  SimulatorFaults rehearsal() {
    return mock(SimulatorFaults.class);
  }

  @Bean
  Probes probes() {
    return mock(Probes.class);
  }

  @Bean
  BusinessClock clock() {
    BusinessClock clock = mock(BusinessClock.class);
    given(clock.business()).willReturn(Sample.COLLECTED.toInstant());
    return clock;
  }

  @Bean
  Catalogue catalogue() {
    return new Catalogue();
  }

  private static Connector titled(String zh, String en) {
    Connector connector = mock(Connector.class);
    given(connector.title()).willReturn(new Title(zh, en));
    return connector;
  }

  private static CaseView view(CaseNumber number) {
    return Sample.cases().stream()
        .filter(view -> view.number().equals(number))
        .findFirst()
        .orElseThrow(() -> Refusal.of("HUB-2001", "there is no case %s", number));
  }
}
