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
 * The security filter chains, tried in this order: the API by token, the console by log-in (in
 * {@code account}), and the public pages.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final Problem CLOSED =
      new Problem(
          "HUB-1030", "there is no such page", null, "the endpoints are listed at /docs", null);

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(
      HttpSecurity http,
      Partners partners,
      ProblemWriter problems,
      ApplicationAvailability availability,
      ApplicationEventPublisher events,
      ApiProperties properties)
      throws Exception {
    ApiAuthenticationFilter authentication =
        new ApiAuthenticationFilter(
            partners,
            new RequestBodyReader(Math.toIntExact(properties.bodyMax().toBytes())),
            problems,
            availability,
            events);
    SecurityHeaders.on(http.securityMatcher(request -> isApi(request.getRequestURI())))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(authentication, AuthorizationFilter.class)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll() // the request that started this one was authorized
                    .anyRequest()
                    .authenticated());
    return http.build();
  }

  /** A measurement of each security filter would cost every request and is not used. */
  @Bean
  SecurityObservationSettings noObservationsInsideTheChain() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(3)
  SecurityFilterChain publicChain(HttpSecurity http, ProblemWriter problems) throws Exception {
    AuthenticationEntryPoint closed =
        (request, response, refused) -> problems.write(CLOSED, request, response);
    AccessDeniedHandler denied =
        (request, response, refused) -> problems.write(CLOSED, request, response);
    SecurityHeaders.on(http)
        .csrf(AbstractHttpConfigurer::disable) // nothing here changes anything
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(no -> no.authenticationEntryPoint(closed).accessDeniedHandler(denied))
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

  private static boolean isApi(String path) {
    return path.equals("/api")
        || (path.startsWith("/api/") && !path.equals("/api/v1/health"))
        || ApiEndpoints.isSoap(path);
  }
}
