package city.tongban.connector;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Authentication by HMAC-SM3 with a shared secret, over the application's id, the time, a nonce and
 * the body, one on each line. The credential holds one {@code id:secret} a line.
 *
 * @param applications the hub's application id for each path
 * @param headers the department's names of the four headers
 */
public record HmacSm3Authentication(Map<String, String> applications, Headers headers)
    implements Authentication {
  public HmacSm3Authentication {
    applications = Map.copyOf(RequiredKey.value(applications, "authentication.applications"));
    RequiredKey.value(headers, "authentication.headers");
  }

  public record Headers(String application, String time, String nonce, String signature) {
    public Headers {
      RequiredKey.value(application, "authentication.headers.application");
      RequiredKey.value(time, "authentication.headers.time");
      RequiredKey.value(nonce, "authentication.headers.nonce");
      RequiredKey.value(signature, "authentication.headers.signature");
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
