package city.tongban.api;

import city.tongban.path.RunningHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knocks at any door of the running hub, as anybody. */
final class Doorbell {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final RunningHub hub = RunningHub.get();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(hub.address().resolve(path)).timeout(Duration.ofSeconds(10));
  }

  HttpResponse<String> ring(String method, String path, String token) {
    return ring(method, path, token, "{}");
  }

  HttpResponse<String> ring(String method, String path, String token, String body) {
    HttpRequest.Builder request =
        at(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  /** Logs in at the console, so that every further ring carries its cookie. */
  Doorbell loggedIn() {
    Matcher csrf = CSRF.matcher(ring("GET", "/console/login", null).body());
    if (!csrf.find()) {
      throw new AssertionError("the log-in page has no CSRF token");
    }
    String form =
        "username=operator&password=%s&_csrf=%s"
            .formatted(encode(password()), encode(csrf.group(1)));
    HttpResponse<String> answer =
        send(
            at("/console/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.statusCode() != 302) {
      throw new AssertionError("not logged in: " + answer.statusCode());
    }
    return this;
  }

  private String password() {
    Path secrets = Path.of(hub.context().getEnvironment().getRequiredProperty("hub.secrets"));
    try {
      return Files.readString(secrets.resolve("console-operator"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
