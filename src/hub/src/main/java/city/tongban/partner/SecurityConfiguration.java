package city.tongban.partner;

import city.tongban.canonical.Problem;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Three ways in, tried in this order: partners by token, the console by log-in (which {@code
 * account} keeps), and what everybody may see.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final Problem CLOSED =
      new Problem(
          "HUB-1030", "there is no such page", null, "the endpoints are listed at /docs", null);

  @Bean
  @Order(1)
  SecurityFilterChain partnerDoors(
      HttpSecurity http,
      Partners partners,
      ProblemWriter problems,
      ApplicationAvailability availability,
      ApplicationEventPublisher events,
      ApiProperties properties)
      throws Exception {
    ApiAuthenticationFilter doorkeeper =
        new ApiAuthenticationFilter(
            partners,
            new RequestBodyReader(Math.toIntExact(properties.bodyMax().toBytes())),
            problems,
            availability,
            events);
    SecurityHeaders.on(http.securityMatcher(request -> isPartnerDoor(request.getRequestURI())))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(doorkeeper, AuthorizationFilter.class)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll() // the doorkeeper has seen the request that this one goes on from
                    .anyRequest()
                    .authenticated());
    return http.build();
  }

  /** Nobody reads a measurement of each filter of the chain, and every request would pay for it. */
  @Bean
  SecurityObservationSettings noMeasurementInsideTheChain() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(3)
  SecurityFilterChain publicDoors(HttpSecurity http, ProblemWriter problems) throws Exception {
    AuthenticationEntryPoint closed =
        (request, response, refused) -> problems.write(CLOSED, request, response);
    AccessDeniedHandler closedToo =
        (request, response, refused) -> problems.write(CLOSED, request, response);
    SecurityHeaders.on(http)
        .csrf(AbstractHttpConfigurer::disable) // nothing here changes anything
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(no -> no.authenticationEntryPoint(closed).accessDeniedHandler(closedToo))
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/",
                        "/api/v1/health",
                        "/openapi.yaml",
                        "/wsdl/intake.wsdl",
                        "/wsdl/intake.xsd",
                        "/docs",
                        "/docs/**",
                        "/webjars/**",
                        "/assets/**",
                        "/favicon.ico",
                        "/favicon.svg")
                    .permitAll()
                    .anyRequest()
                    .denyAll());
    return http.build();
  }

  private static boolean isPartnerDoor(String path) {
    return path.equals("/api")
        || (path.startsWith("/api/") && !path.equals("/api/v1/health"))
        || ApiEndpoints.isSoap(path);
  }
}
