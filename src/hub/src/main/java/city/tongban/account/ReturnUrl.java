package city.tongban.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody was when the log-in came between, so that the way back leads there. */
public final class ReturnUrl {
  private static final String PLACE = "hub.place";
  private static final String HOME = "/console";

  /** Ours and nobody else's: a place is never an address. */
  private static final Pattern OURS = Pattern.compile("/console(?:[/?#][!-~]*)?");

  private ReturnUrl() {}

  static void remember(HttpServletRequest request) {
    request.getSession(true).setAttribute(PLACE, of(request));
  }

  /** Told once; the first page when nobody was anywhere. */
  static String takeOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object place = session == null ? null : session.getAttribute(PLACE);
    if (session != null) {
      session.removeAttribute(PLACE);
    }
    return place instanceof String known ? known : HOME;
  }

  static boolean fromFragment(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }

  /** A place of the console as it is; the first page for anything else. */
  public static String orHome(@Nullable String place) {
    return Optional.ofNullable(place).filter(p -> OURS.matcher(p).matches()).orElse(HOME);
  }

  private static String of(HttpServletRequest request) {
    String place =
        fromFragment(request)
            ? page(request.getHeader("HX-Current-URL"))
            : request.getMethod().equals("GET") ? asked(request) : request.getParameter("from");
    return orHome(place);
  }

  private static String asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static @Nullable String page(@Nullable String url) {
    try {
      URI page = URI.create(url == null ? "" : url);
      return page.getRawPath()
          + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery())
          + (page.getRawFragment() == null ? "" : "#" + page.getRawFragment());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
