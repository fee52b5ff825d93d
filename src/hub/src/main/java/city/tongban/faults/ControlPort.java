package city.tongban.faults;

import city.tongban.canonical.Outage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** HTTP client of the simulators' control port, which knows the caller by a shared secret. */
final class ControlPort {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

  private final RestClient http;

  ControlPort(URI address, String secret) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(READ_TIMEOUT);
    this.http =
        RestClient.builder()
            .requestFactory(requests)
            .baseUrl(address.toString())
            .defaultHeader("X-Control", secret)
            .defaultStatusHandler(
                HttpStatusCode::isError,
                (request, response) -> {
                  throw ActiveFault.wrong(
                      "the simulators refused it with status " + response.getStatusCode().value());
                })
            .build();
  }

  JsonNode get(String path) {
    return send(http.get().uri(path));
  }

  JsonNode post(String path, Map<String, Object> body) {
    return send(http.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body));
  }

  JsonNode delete(String path) {
    return send(http.delete().uri(path));
  }

  private static JsonNode send(RestClient.RequestHeadersSpec<?> request) {
    try {
      JsonNode body = request.retrieve().body(JsonNode.class);
      return body == null ? MissingNode.getInstance() : body;
    } catch (ResourceAccessException e) {
      throw unreachable().causedBy(e);
    }
  }

  static Outage unreachable() {
    return Outage.of("HUB-1057", "the simulated departments do not answer")
        .because("no program listens at their control port")
        .fix("./hub down, then ./hub up starts them again");
  }
}
