package city.tongban.account;

import static city.tongban.account.Right.ACT;
import static city.tongban.account.Right.AUDIT;
import static city.tongban.account.Right.READ;
import static city.tongban.account.Right.REHEARSE;
import static city.tongban.account.Right.SEE;
import static city.tongban.account.Right.TEST;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Decides who may open which page and do which act of the console (P8).
 *
 * <p>A page that is not in {@link #ALL} does not exist for anybody, so that a new one is closed
 * until somebody says which right it needs.
 */
public final class ConsoleEndpoints {
  /** Every endpoint under {@code /console} but the log-in and the log-out. */
  public static final List<Door> ALL =
      List.of(
          door("GET", "/console", SEE),
          door("GET", "/console/live", SEE),
          door("GET", "/console/search", SEE),
          door("POST", "/console/people", SEE),
          door("GET", "/console/runbook", SEE),
          door("GET", "/console/cases/{number}", SEE),
          door("GET", "/console/cases/{number}/canonical", READ),
          door("GET", "/console/cases/{number}/compare", READ),
          door("POST", "/console/cases/{number}/persons", READ),
          door("GET", "/console/questions/{number}", SEE),
          door("GET", "/console/stops/{id}", SEE),
          door("GET", "/console/stops/{id}/{way:in|out}", READ),
          door("GET", "/console/stops/{id}/{way:in|out}/raw", READ),
          door("GET", "/console/deliveries", SEE),
          door("POST", "/console/deliveries/{number}/{sequence}/resend", ACT),
          door("POST", "/console/deliveries/{number}/{sequence}/cancel", ACT),
          door("GET", "/console/back-ends", SEE),
          door("POST", "/console/back-ends/{backEnd}/probe", TEST),
          door("GET", "/console/faults", REHEARSE),
          door("POST", "/console/faults", REHEARSE),
          door("POST", "/console/faults/clear", REHEARSE),
          door("GET", "/console/readings", AUDIT));

  private ConsoleEndpoints() {}

  /** One endpoint and the right that opens it. */
  public record Door(String method, PathPattern path, Right right) {}

  /** The door that a request knocks at; empty when there is none. */
  static Optional<Door> at(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    PathContainer knocked = PathContainer.parsePath(path);
    return ALL.stream()
        .filter(door -> door.method().equals(asked) && door.path().matches(knocked))
        .findFirst();
  }

  /** Whether somebody who has logged in has a right; nobody else has any. */
  public static boolean may(Authentication who, Right right) {
    return roles(who).anyMatch(role -> role.may(right));
  }

  /** The role's code; empty for whoever has none. */
  public static String role(Authentication who) {
    return roles(who).findFirst().map(Role::name).orElse("");
  }

  private static Stream<Role> roles(Authentication who) {
    return Stream.of(Role.values())
        .filter(
            role ->
                who.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .anyMatch(role.authority()::equals));
  }

  private static Door door(String method, String path, Right right) {
    return new Door(method, PathPatternParser.defaultInstance.parse(path), right);
  }
}
