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

/**
 * What the console says to whoever may not pass: log in and come back, or a page that says why not.
 */
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
    logIn(request, response, had ? "?expired" : "");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException, ServletException {
    if (reason instanceof CsrfException) {
      withoutItsToken(request, response);
    } else if (!isEndpoint(request)) {
      refuse(request, response, HttpStatus.NOT_FOUND, noPage());
    } else {
      refuse(request, response, HttpStatus.FORBIDDEN, notYours());
    }
  }

  /** The session has ended: an act that came with it was not done, and the log-in says so. */
  void over(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().equals(LOG_OUT)) {
      response.sendRedirect(LOG_IN + "?logout");
    } else {
      logIn(request, response, request.getMethod().equals("GET") ? "?expired" : "?undone");
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
    } else if (isSomebody()) {
      refuse(request, response, HttpStatus.FORBIDDEN, strangeForm());
    } else if (request.getRequestedSessionId() == null) {
      refuse(request, response, HttpStatus.FORBIDDEN, strangeForm());
    } else {
      over(request, response);
    }
  }

  private static boolean isSomebody() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && !(who instanceof AnonymousAuthenticationToken);
  }

  private static void logIn(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
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

  private static Problem notYours() {
    return new Problem(
        "HUB-1050",
        "your role may not do this",
        "seeing, reading payloads, acting and auditing are separate rights",
        "ask a colleague who has the right; the roles are listed in the manual",
        null);
  }

  private static Problem noPage() {
    return new Problem(
        "HUB-1030", "there is no such page", null, "go back to the first page", null);
  }

  private static Problem strangeForm() {
    return new Problem(
        "HUB-1051",
        "the form did not come from a page of this session, so nothing was done",
        "it lacks the token that each of our pages carries",
        "open the page again and repeat what you wanted",
        null);
  }
}
