package city.tongban.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Saves the page that a user asked for before the log-in, and returns to it afterwards. */
public final class ReturnUrl {
  private static final String PLACE = "hub.place";
  private static final String HOME = "/console";

  /** Only paths of the console, so that a return URL cannot lead to another site. */
  private static final Pattern OURS = Pattern.compile("/console(?:[/?#][!-~]*)?");

  private ReturnUrl() {}

  static void remember(HttpServletRequest request) {
    request.getSession(true).setAttribute(PLACE, of(request));
  }

  /** Removes and returns the saved URL; the first page when there is none. */
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

  /** The path unchanged when it is one of the console; the first page for anything else. */
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
