package city.tongban.partner;

import java.util.Collections;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One HTTP endpoint and the permissions that open it.
 *
 * @param method HTTP method
 * @param path pattern, such as {@code /api/v1/cases/{number}}
 * @param required a caller needs one of these: kinds of partner at the API, rights at the console
 */
public record EndpointRule(String method, PathPattern path, Set<? extends Enum<?>> required) {

  public static EndpointRule of(String method, String path, Enum<?>... required) {
    return new EndpointRule(
        method, PathPatternParser.defaultInstance.parse(path), Set.of(required));
  }

  boolean matches(String requestMethod, PathContainer requestPath) {
    return method.equals(requestMethod) && path.matches(requestPath);
  }

  boolean permits(Set<? extends Enum<?>> granted) {
    return !Collections.disjoint(required, granted);
  }
}
