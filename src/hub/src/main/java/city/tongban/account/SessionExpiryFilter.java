package city.tongban.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that was idle too long, is too old, or whose account was disabled or reset.
 * Requests that a page makes by itself do not keep a session alive.
 */
final class SessionExpiryFilter extends OncePerRequestFilter {
  private static final String SEEN = "hub.seen";
  private static final String ASKED_BY_A_PAGE = "/console/live";

  private final AccountTable accounts;
  private final ConsoleProperties limits;
  private final ConsoleEntryPoint entryPoint;
  private final Clock wall;

  SessionExpiryFilter(
      AccountTable accounts, ConsoleProperties limits, ConsoleEntryPoint entryPoint, Clock wall) {
    this.accounts = accounts;
    this.limits = limits;
    this.entryPoint = entryPoint;
    this.wall = wall;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (session == null
        || who == null
        || !(who.getPrincipal() instanceof ConsolePrincipal reader)) {
      chain.doFilter(request, response);
      return;
    }
    if (over(session, reader)) {
      session.invalidate();
      SecurityContextHolder.clearContext();
      entryPoint.over(request, response);
      return;
    }
    if (!request.getRequestURI().equals(ASKED_BY_A_PAGE)) {
      session.setAttribute(SEEN, wall.instant());
    }
    chain.doFilter(request, response);
  }

  private boolean over(HttpSession session, ConsolePrincipal reader) {
    Instant now = wall.instant();
    Instant seen = session.getAttribute(SEEN) instanceof Instant at ? at : reader.since();
    return !now.isBefore(reader.since().plus(limits.sessionMax()))
        || !now.isBefore(seen.plus(limits.idle()))
        || accounts
            .key(reader.name())
            .filter(key -> !key.disabled() && key.version() == reader.version())
            .isEmpty();
  }
}
