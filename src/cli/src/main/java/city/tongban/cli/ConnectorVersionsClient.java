package city.tongban.cli;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One back-end's versions at the running hub, asked in an engineer's name. */
record ConnectorVersionsClient(HubClient hub, String backEnd) {
  /** Places of a digest that people see. */
  private static final int SHORT = 12;

  JsonNode read() {
    return hub.get(path("versions")).orThrow();
  }

  /** Sends a bundle, which the hub looks at and keeps; tells its version. */
  String send(byte[] zip) {
    return hub.post(path("versions"), "application/zip", zip).orThrow().path("version").asText();
  }

  byte[] bundle(String version) {
    return hub.bytes(path("versions/" + version));
  }

  /**
   * @param act {@code activation} or {@code rollback}
   * @param version null leaves it to the hub
   */
  JsonNode choose(String act, @Nullable String version, String seen, String reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("seen", seen);
    body.put("reason", reason);
    if (version != null) {
      body.put("version", version);
    }
    return hub.post(path(act), body).orThrow();
  }

  /** Sends a bundle for what was recorded to go through; the hub keeps nothing of it. */
  JsonNode replay(byte[] zip, Map<String, String> order) {
    String query =
        order.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return hub.post(path("replay?" + query), "application/zip", zip).orThrow();
  }

  static String shortened(String digest) {
    return digest.substring(0, Math.min(SHORT, digest.length()));
  }

  private String path(String rest) {
    // a name that is none finds nothing, whatever was typed
    String name = URLEncoder.encode(backEnd, StandardCharsets.UTF_8).replace("+", "%20");
    return "/api/v1/connectors/%s/%s".formatted(name, rest);
  }
}
