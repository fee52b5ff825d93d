package city.tongban.account;

import static city.tongban.account.Right.ACT;
import static city.tongban.account.Right.AUDIT;
import static city.tongban.account.Right.READ;
import static city.tongban.account.Right.REHEARSE;
import static city.tongban.account.Right.SEE;
import static city.tongban.account.Right.TEST;
import static city.tongban.partner.EndpointRule.of;

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
          of("GET", "/console", SEE),
          of("GET", "/console/live", SEE),
          of("GET", "/console/search", SEE),
          of("POST", "/console/people", SEE),
          of("GET", "/console/runbook", SEE),
          of("GET", "/console/cases/{number}", SEE),
          of("GET", "/console/cases/{number}/canonical", READ),
          of("GET", "/console/cases/{number}/compare", READ),
          of("POST", "/console/cases/{number}/persons", READ),
          of("GET", "/console/questions/{number}", SEE),
          of("GET", "/console/stops/{id}", SEE),
          of("GET", "/console/stops/{id}/{way:in|out}", READ),
          of("GET", "/console/stops/{id}/{way:in|out}/raw", READ),
          of("GET", "/console/deliveries", SEE),
          of("POST", "/console/deliveries/{number}/{sequence}/resend", ACT),
          of("POST", "/console/deliveries/{number}/{sequence}/cancel", ACT),
          of("GET", "/console/back-ends", SEE),
          of("POST", "/console/back-ends/{backEnd}/probe", TEST),
          of("GET", "/console/faults", REHEARSE),
          of("POST", "/console/faults", REHEARSE),
          of("POST", "/console/faults/clear", REHEARSE),
          of("GET", "/console/readings", AUDIT));

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
