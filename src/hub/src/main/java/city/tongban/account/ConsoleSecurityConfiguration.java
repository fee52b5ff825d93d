package city.tongban.account;

import static org.springframework.security.config.Customizer.withDefaults;

import city.tongban.partner.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The security filter chain of the console: form log-in, then the rules of its endpoints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleProperties.class)
class ConsoleSecurityConfiguration {

  @Bean
  @Order(2)
  SecurityFilterChain consoleChain(
      HttpSecurity http,
      ConsoleAuthenticationProvider authentication,
      AccountTable accounts,
      ConsoleProperties limits,
      Clock wall)
      throws Exception {
    ConsoleEntryPoint entryPoint = new ConsoleEntryPoint();
    SecurityHeaders.on(http.securityMatcher("/console", "/console/**"))
        .csrf(withDefaults())
        .requestCache(
            AbstractHttpConfigurer::disable) // ReturnUrl saves it, also for fragments and forms
        .authenticationProvider(authentication)
        .addFilterBefore(new CrossSiteReloadFilter(), SecurityContextHolderFilter.class)
        .addFilterAfter(
            new SessionExpiryFilter(accounts, limits, entryPoint, wall),
            SecurityContextHolderFilter.class)
        .formLogin(
            form ->
                form.loginPage(ConsoleEntryPoint.LOG_IN)
                    .successHandler(
                        (request, response, who) ->
                            response.sendRedirect(ReturnUrl.takeOut(request)))
                    .failureHandler(
                        (request, response, no) ->
                            response.sendRedirect(
                                ConsoleEntryPoint.LOG_IN
                                    + (no instanceof LockedException ? "?locked" : "?error")))
                    .permitAll())
        .logout(
            logout ->
                logout
                    .logoutUrl(ConsoleEntryPoint.LOG_OUT)
                    .logoutSuccessUrl(ConsoleEntryPoint.LOG_IN + "?logout")
                    .permitAll())
        .exceptionHandling(
            no -> no.authenticationEntryPoint(entryPoint).accessDeniedHandler(entryPoint))
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(
                        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(ConsoleEntryPoint.LOG_IN)
                    .permitAll() // with any query: the language can be switched before the log-in
                    .anyRequest()
                    .access(
                        (who, asked) ->
                            new AuthorizationDecision(opens(who.get(), asked.getRequest()))));
    return http.build();
  }

  private static boolean opens(Authentication who, HttpServletRequest request) {
    return who.isAuthenticated()
        && ConsoleEndpoints.authorize(who, request.getMethod(), request.getRequestURI()).granted();
  }
}
