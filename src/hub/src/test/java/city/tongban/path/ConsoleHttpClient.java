package city.tongban.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client of the running hub's console without a browser: cookies and forms, no redirects. */
public final class ConsoleHttpClient {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final RunningHub hub = RunningHub.get();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  /** Logged in as one of the accounts that the hub made. */
  public static ConsoleHttpClient as(String account) {
    ConsoleHttpClient client = new ConsoleHttpClient();
    HttpResponse<String> answer = client.logIn(account, RunningHub.get().consolePassword(account));
    if (answer.statusCode() != 302 || location(answer).contains("/console/login")) {
      throw new AssertionError(account + " is not logged in: " + location(answer));
    }
    return client;
  }

  public HttpResponse<String> logIn(String account, String password) {
    return post("/console/login", Map.of("username", account, "password", password));
  }

  public HttpResponse<String> get(String path) {
    return send(at(path).GET());
  }

  /** Asks for a part of a page, as htmx does. */
  public HttpResponse<String> fragment(String path, String page) {
    return send(at(path).header("HX-Request", "true").header("HX-Current-URL", page).GET());
  }

  /** Posts a form with the token of a page that this client may see. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return postWith(token(), path, fields);
  }

  public HttpResponse<String> postWith(String token, String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        at(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form + "&_csrf=" + encode(token))));
  }

  /** The token that this client's pages carry. */
  public String token() {
    Matcher csrf = CSRF.matcher(get("/console/login").body());
    if (!csrf.find()) {
      throw new AssertionError("the log-in page has no CSRF token");
    }
    return csrf.group(1);
  }

  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(hub.address().resolve(path)).timeout(Duration.ofSeconds(20));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
