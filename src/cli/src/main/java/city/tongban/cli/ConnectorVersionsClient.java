package city.tongban.cli;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Client of the hub's API for the versions of one back-end, with the engineer's token. */
record ConnectorVersionsClient(HubClient hub, String backEnd) {
  /** Characters of a digest that people see. */
  private static final int SHORT = 12;

  JsonNode read() {
    return hub.get(path("versions")).orThrow();
  }

  /** Sends a bundle, which the hub checks and stores; returns its version. */
  String send(byte[] zip) {
    return hub.post(path("versions"), "application/zip", zip).orThrow().path("version").asText();
  }

  byte[] bundle(String version) {
    return hub.bytes(path("versions/" + version));
  }

  /**
   * @param act {@code activation} or {@code rollback}
   * @param version null: the hub chooses
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

  /** Sends a bundle with which the hub maps recorded messages; the hub does not store it. */
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
    // an encoded unknown name is simply not found
    String name = URLEncoder.encode(backEnd, StandardCharsets.UTF_8).replace("+", "%20");
    return "/api/v1/connectors/%s/%s".formatted(name, rest);
  }
}
