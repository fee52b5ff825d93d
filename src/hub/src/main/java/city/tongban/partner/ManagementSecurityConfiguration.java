package city.tongban.partner;

import java.net.InetAddress;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Protects Actuator on the management port: open on loopback, by HTTP Basic on any other address.
 *
 * <p>Without this chain the management port would get the chains of the main port, which know
 * nothing of Actuator.
 */
@Configuration(proxyBeanMethods = false)
class ManagementSecurityConfiguration {

  @Bean
  @Order(0)
  SecurityFilterChain managementChain(
      HttpSecurity http,
      Environment environment,
      SecretFiles secrets,
      ManagementServerProperties server)
      throws Exception {
    InetAddress address = server.getAddress();
    SecurityHeaders.on(
            http.securityMatcher(request -> request.getLocalPort() == managementPort(environment)))
        .csrf(AbstractHttpConfigurer::disable) // every endpoint that is exposed is read-only
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
    if (address != null && address.isLoopbackAddress()) {
      http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    } else {
      http.authenticationProvider(new ManagementAuthenticationProvider(secrets))
          .httpBasic(Customizer.withDefaults())
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
    }
    return http.build();
  }

  /** The port in use, which is not the configured one when that is 0; -1 until it is open. */
  private static int managementPort(Environment environment) {
    return environment.getProperty("local.management.port", Integer.class, -1);
  }
}
