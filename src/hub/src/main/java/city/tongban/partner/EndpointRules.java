package city.tongban.partner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;

/**
 * Decides which caller may use which HTTP endpoint; the API and the console each have one table of
 * rules (P8).
 *
 * <p>An endpoint without a rule does not exist for any caller, so a new endpoint is closed until a
 * rule names its permissions.
 */
public final class EndpointRules {
  private final List<EndpointRule> rules;

  private EndpointRules(List<EndpointRule> rules) {
    this.rules = rules;
  }

  public static EndpointRules of(EndpointRule... rules) {
    return new EndpointRules(List.of(rules));
  }

  /**
   * The result for one request.
   *
   * @param rule empty when no rule names the endpoint
   * @param granted whether the caller has one of the permissions that the rule requires
   */
  public record Decision(Optional<EndpointRule> rule, boolean granted) {}

  /** Compares what the caller has been granted with what the rule of the endpoint requires. */
  public Decision authorize(String method, String path, Set<? extends Enum<?>> granted) {
    PathContainer requested = PathContainer.parsePath(path);
    Optional<EndpointRule> rule =
        rules.stream().filter(candidate -> candidate.matches(method, requested)).findFirst();
    return new Decision(rule, rule.filter(found -> found.permits(granted)).isPresent());
  }

  public List<EndpointRule> all() {
    return rules;
  }
}
