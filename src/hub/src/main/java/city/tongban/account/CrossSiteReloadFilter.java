package city.tongban.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A link from a mail or another site brings no cookie (SameSite=Strict). Taking that for somebody
 * who has not logged in would begin a new session and end the one that he has: the page asks once
 * more, from our own site.
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
