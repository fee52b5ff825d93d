package city.tongban.partner;

import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands at every door under {@code /api} and {@code /services}: whose token, which door, how much
 * and in what form.
 *
 * <p>Whoever passes is known further in as the request attribute {@link #PARTNER}. A token that is
 * nobody's is turned away before the body is read.
 */
public final class ApiAuthenticationFilter extends OncePerRequestFilter {
  /** Request attribute that holds the {@link Partner}; set here and nowhere else. */
  public static final String PARTNER = "city.tongban.partner";

  /** Request attribute that holds the body's bytes as they came. */
  public static final String BODY = "city.tongban.body";

  private static final String SCHEME = "Bearer ";

  /**
   * The server listens before the routes stand, and a sound message would hear that there is no
   * such endpoint: a final no where "later" is true.
   */
  private static final Problem NOT_OPEN =
      new Problem(
          "HUB-1033",
          "the hub is starting or stopping and takes nothing in",
          "its doors open when everything behind them stands",
          "send the same message again in a few seconds",
          null);

  private final Partners partners;
  private final AccessPolicy access;
  private final RequestBodyReader bodies;
  private final ProblemWriter problems;
  private final ApplicationAvailability availability;
  private final ApplicationEventPublisher events;

  ApiAuthenticationFilter(
      Partners partners,
      AccessPolicy access,
      RequestBodyReader bodies,
      ProblemWriter problems,
      ApplicationAvailability availability,
      ApplicationEventPublisher events) {
    this.partners = partners;
    this.access = access;
    this.bodies = bodies;
    this.problems = problems;
    this.availability = availability;
    this.events = events;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      problems.write(NOT_OPEN, request, response);
      return;
    }
    Partner partner = partner(request);
    HttpServletRequest admitted;
    try {
      admitted = admit(partner, request);
    } catch (Refusal refusal) {
      turnAway(partner, refusal.problem(), request, response);
      return;
    }
    chain.doFilter(admitted, response);
  }

  private HttpServletRequest admit(@Nullable Partner partner, HttpServletRequest request)
      throws IOException {
    if (partner == null) {
      throw Refusal.of("HUB-1020", "the request carries no token of a partner")
          .fix("send the header Authorization: Bearer, a space and the partner's token");
    }
    access.knock(partner, request.getMethod(), request.getRequestURI());
    CachedBodyRequest admitted = bodies.bounded(request);
    admitted.setAttribute(PARTNER, partner);
    admitted.setAttribute(BODY, admitted.body());
    enter(partner);
    return AccessPolicy.isSoap(request.getRequestURI())
        ? new FixedContentTypeRequest(admitted)
        : admitted;
  }

  private @Nullable Partner partner(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.startsWith(SCHEME)
        ? null
        : partners.authenticate(header.substring(SCHEME.length()).strip()).orElse(null);
  }

  private static void enter(Partner partner) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        new PreAuthenticatedAuthenticationToken(
            partner, "", List.of(new SimpleGrantedAuthority("ROLE_" + partner.kind().name()))));
    SecurityContextHolder.setContext(context);
  }

  private void turnAway(
      @Nullable Partner partner,
      Problem problem,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (partner == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tongban\"");
    }
    problems.write(problem, request, response);
    events.publishEvent(
        new RequestRejected(
            partner == null ? RequestRejected.NOBODY : partner.id(),
            request.getMethod(),
            request.getRequestURI(),
            problem.code()));
  }
}
