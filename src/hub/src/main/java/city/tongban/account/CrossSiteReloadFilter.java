package city.tongban.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reloads a page that was opened by a link on another site. The browser sends no cookie with such a
 * request (SameSite=Strict); the log-in page would start a new session and end the user's own. The
 * reloaded request comes from the console's own site and has the cookie.
 */
final class CrossSiteReloadFilter extends OncePerRequestFilter {
  private static final String AGAIN =
      "<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\""
          + " content=\"0\"><title>…</title></head><body></body></html>";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getMethod().equals("GET")
        && request.getRequestedSessionId() == null
        && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      response.setContentType("text/html;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().write(AGAIN);
    } else {
      chain.doFilter(request, response);
    }
  }
}
