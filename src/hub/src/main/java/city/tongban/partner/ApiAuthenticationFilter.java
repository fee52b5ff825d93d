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
 * Authenticates and authorizes every request under {@code /api} and {@code /services}, and reads
 * its body within the limit.
 *
 * <p>Later code finds the partner in the request attribute {@link #PARTNER}. A request without a
 * valid token is rejected before its body is read.
 */
public final class ApiAuthenticationFilter extends OncePerRequestFilter {
  /** Request attribute that holds the {@link Partner}; set here and nowhere else. */
  public static final String PARTNER = "city.tongban.partner";

  /** Request attribute that holds the bytes of the body as received. */
  public static final String BODY = "city.tongban.body";

  private static final String SCHEME = "Bearer ";

  /**
   * The web server listens before the routes are started. Without this answer a valid message would
   * get 404, and its sender would not try again.
   */
  private static final Problem NOT_READY =
      new Problem(
          "HUB-1033",
          "the hub is starting or stopping and accepts no messages",
          "it accepts messages when all its routes are started",
          "send the same message again in a few seconds",
          null);

  private final Partners partners;
  private final RequestBodyReader bodies;
  private final ProblemWriter problems;
  private final ApplicationAvailability availability;
  private final ApplicationEventPublisher events;

  ApiAuthenticationFilter(
      Partners partners,
      RequestBodyReader bodies,
      ProblemWriter problems,
      ApplicationAvailability availability,
      ApplicationEventPublisher events) {
    this.partners = partners;
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
      problems.write(NOT_READY, request, response);
      return;
    }
    Partner partner = partner(request);
    HttpServletRequest authorized;
    try {
      authorized = authorized(partner, request);
    } catch (Refusal refusal) {
      reject(partner, refusal.problem(), request, response);
      return;
    }
    chain.doFilter(authorized, response);
  }

  private HttpServletRequest authorized(@Nullable Partner partner, HttpServletRequest request)
      throws IOException {
    if (partner == null) {
      throw Refusal.of("HUB-1020", "the request has no valid token of a partner")
          .fix("send the header Authorization: Bearer, a space and the partner's token");
    }
    ApiEndpoints.authorize(partner, request.getMethod(), request.getRequestURI());
    CachedBodyRequest read = bodies.bounded(request);
    read.setAttribute(PARTNER, partner);
    read.setAttribute(BODY, read.body());
    setAuthentication(partner);
    return ApiEndpoints.isSoap(request.getRequestURI()) ? new FixedContentTypeRequest(read) : read;
  }

  private @Nullable Partner partner(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.startsWith(SCHEME)
        ? null
        : partners.authenticate(header.substring(SCHEME.length()).strip()).orElse(null);
  }

  private static void setAuthentication(Partner partner) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        new PreAuthenticatedAuthenticationToken(
            partner, "", List.of(new SimpleGrantedAuthority("ROLE_" + partner.kind().name()))));
    SecurityContextHolder.setContext(context);
  }

  private void reject(
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
            partner == null ? RequestRejected.UNAUTHENTICATED : partner.id(),
            request.getMethod(),
            request.getRequestURI(),
            problem.code()));
  }
}
