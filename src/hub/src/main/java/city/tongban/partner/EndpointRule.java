package city.tongban.partner;

import city.tongban.partner.Partner.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One endpoint and the roles that may knock at it.
 *
 * @param method HTTP method
 * @param path pattern, such as {@code /api/v1/cases/{number}}
 */
public record EndpointRule(String method, PathPattern path, Set<Kind> kinds) {

  static EndpointRule of(String method, String path, Kind first, Kind... others) {
    return new EndpointRule(
        method, PathPatternParser.defaultInstance.parse(path), EnumSet.of(first, others));
  }

  boolean leadsFrom(String knockedMethod, PathContainer knockedPath) {
    return method.equals(knockedMethod) && path.matches(knockedPath);
  }
}
