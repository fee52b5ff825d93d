package city.tongban.account;

import city.tongban.canonical.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Answers console requests that are not authorized: the log-in page, or a page with the reason. */
final class ConsoleEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {
  static final String LOG_IN = "/console/login";
  static final String LOG_OUT = "/console/logout";

  /** A page of the console shows the {@link Problem} that this request attribute holds. */
  static final String REFUSED_PAGE = "/console/refused";

  static final String PROBLEM = "city.tongban.account.problem";

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    boolean had = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    authentication(request, response, had ? "?expired" : "");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException, ServletException {
    if (reason instanceof CsrfException) {
      withoutItsToken(request, response);
    } else if (!isEndpoint(request)) {
      refuse(request, response, HttpStatus.NOT_FOUND, noSuchPage());
    } else {
      refuse(request, response, HttpStatus.FORBIDDEN, rightMissing());
    }
  }

  /** The session has ended: an act that came with it was not done, and the log-in says so. */
  void over(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().equals(LOG_OUT)) {
      response.sendRedirect(LOG_IN + "?logout");
    } else {
      authentication(request, response, request.getMethod().equals("GET") ? "?expired" : "?undone");
    }
  }

  /**
   * A form's token lives in the session: without one the session has ended, or the form is not
   * ours.
   */
  private void withoutItsToken(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getRequestURI().equals(LOG_IN)) {
      response.sendRedirect(LOG_IN + "?again");
    } else if (isLoggedIn()) {
      refuse(request, response, HttpStatus.FORBIDDEN, csrfTokenMissing());
    } else if (request.getRequestedSessionId() == null) {
      refuse(request, response, HttpStatus.FORBIDDEN, csrfTokenMissing());
    } else {
      over(request, response);
    }
  }

  private static boolean isLoggedIn() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && !(who instanceof AnonymousAuthenticationToken);
  }

  private static void authentication(
      HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
    ReturnUrl.remember(request);
    if (ReturnUrl.fromFragment(request)) {
      // a whole page: a log-in inside a fragment would be a riddle
      response.setHeader("HX-Redirect", LOG_IN + why);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else {
      response.sendRedirect(LOG_IN + why);
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, Problem problem)
      throws ServletException, IOException {
    response.setStatus(status.value());
    request.setAttribute(PROBLEM, problem);
    request.getRequestDispatcher(REFUSED_PAGE).forward(request, response);
  }

  private static boolean isEndpoint(HttpServletRequest request) {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    return ConsoleEndpoints.authorize(user, request.getMethod(), request.getRequestURI())
        .rule()
        .isPresent();
  }

  private static Problem rightMissing() {
    return new Problem(
        "HUB-1050",
        "your role may not do this",
        "the rights to view, to read payloads, to act and to audit are separate",
        "ask a colleague who has the right; the roles are listed in the manual",
        null);
  }

  private static Problem noSuchPage() {
    return new Problem(
        "HUB-1030", "there is no such page", null, "go back to the first page", null);
  }

  private static Problem csrfTokenMissing() {
    return new Problem(
        "HUB-1051",
        "the form was not sent from a page of this session, so no action was taken",
        "the CSRF token that each page of the console contains is missing",
        "open the page again and repeat the action",
        null);
  }
}
