package city.tongban.connector;

import java.util.Map;
import java.util.stream.Stream;

/**
 * A signature by a shared secret, HMAC-SM3, over the application's id, the time, a nonce and the
 * body, a line each. The credential holds one {@code id:secret} a line.
 *
 * @param applications the id under which each path knows us
 * @param headers what they call the four headers
 */
public record ByHmacSm3(Map<String, String> applications, Headers headers)
    implements Authentication {
  public ByHmacSm3 {
    applications = Map.copyOf(Required.value(applications, "authentication.applications"));
    Required.value(headers, "authentication.headers");
  }

  public record Headers(String application, String time, String nonce, String signature) {
    public Headers {
      Required.value(application, "authentication.headers.application");
      Required.value(time, "authentication.headers.time");
      Required.value(nonce, "authentication.headers.nonce");
      Required.value(signature, "authentication.headers.signature");
    }
  }

  @Override
  public void check(Connector connector) {
    Stream.concat(
            connector.services().stream().map(Service::call),
            connector.operations().values().stream()
                .map(Operation::call)
                .flatMap(Stream::ofNullable))
        .map(call -> call.replaceFirst("^\\S+ ", "").replaceFirst("\\?.*", ""))
        .filter(path -> !applications.containsKey(path))
        .findFirst()
        .ifPresent(
            path -> {
              throw new IllegalArgumentException(
                  "authentication.applications has no id for " + path);
            });
  }
}
