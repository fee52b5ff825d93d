package city.tongban.account;

import static city.tongban.account.Right.ACT;
import static city.tongban.account.Right.AUDIT;
import static city.tongban.account.Right.READ;
import static city.tongban.account.Right.REHEARSE;
import static city.tongban.account.Right.SEE;
import static city.tongban.account.Right.TEST;

import city.tongban.partner.EndpointRule;
import city.tongban.partner.EndpointRules;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** The pages and actions of the console and the right that opens each (P8). */
public final class ConsoleEndpoints {
  /** Every endpoint under {@code /console} except log-in and log-out. */
  public static final EndpointRules RULES =
      EndpointRules.of(
          EndpointRule.of("GET", "/console", SEE),
          EndpointRule.of("GET", "/console/live", SEE),
          EndpointRule.of("GET", "/console/search", SEE),
          EndpointRule.of("POST", "/console/people", SEE),
          EndpointRule.of("GET", "/console/runbook", SEE),
          EndpointRule.of("GET", "/console/cases/{number}", SEE),
          EndpointRule.of("GET", "/console/cases/{number}/canonical", READ),
          EndpointRule.of("GET", "/console/cases/{number}/compare", READ),
          EndpointRule.of("POST", "/console/cases/{number}/persons", READ),
          EndpointRule.of("GET", "/console/questions/{number}", SEE),
          EndpointRule.of("GET", "/console/stops/{id}", SEE),
          EndpointRule.of("GET", "/console/stops/{id}/{way:in|out}", READ),
          EndpointRule.of("GET", "/console/stops/{id}/{way:in|out}/raw", READ),
          EndpointRule.of("GET", "/console/deliveries", SEE),
          EndpointRule.of("POST", "/console/deliveries/{number}/{sequence}/resend", ACT),
          EndpointRule.of("POST", "/console/deliveries/{number}/{sequence}/cancel", ACT),
          EndpointRule.of("GET", "/console/back-ends", SEE),
          EndpointRule.of("POST", "/console/back-ends/{backEnd}/probe", TEST),
          EndpointRule.of("GET", "/console/faults", REHEARSE),
          EndpointRule.of("POST", "/console/faults", REHEARSE),
          EndpointRule.of("POST", "/console/faults/clear", REHEARSE),
          EndpointRule.of("GET", "/console/readings", AUDIT));

  private ConsoleEndpoints() {}

  static EndpointRules.Decision authorize(Authentication user, String method, String path) {
    String mapped = method.equals("HEAD") ? "GET" : method; // Spring MVC maps it so too
    return RULES.authorize(mapped, path, rights(user));
  }

  /** Whether a user who has logged in has a right; other callers have none. */
  public static boolean may(Authentication user, Right right) {
    return rights(user).contains(right);
  }

  /** The name of the role; empty for a caller without one. */
  public static String role(Authentication user) {
    return roles(user).findFirst().map(Role::name).orElse("");
  }

  private static Set<Right> rights(Authentication user) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    roles(user).forEach(role -> rights.addAll(role.rights()));
    return rights;
  }

  private static Stream<Role> roles(Authentication user) {
    return Stream.of(Role.values())
        .filter(
            role ->
                user.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .anyMatch(role.authority()::equals));
  }
}
