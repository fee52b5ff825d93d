package city.tongban.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Signs a push: one signature per valid secret over id, time stamp and body, joined by full stops.
 * Neither id nor time stamp contains a full stop.
 */
@Component
class WebhookSigner {
  static final String ID = "Hub-Notice";
  static final String TIMESTAMP = "Hub-Timestamp";
  static final String SIGNATURE = "Hub-Signature";

  private final MacAlgorithm mac;

  WebhookSigner(MacAlgorithm mac) {
    this.mac = mac;
  }

  /** The signatures as {@code keyId=hex}, the newest key first, separated by commas. */
  String sign(String id, Instant at, byte[] body, List<WebhookKey> keys) {
    byte[] head = (id + "." + timestamp(at) + ".").getBytes(StandardCharsets.UTF_8);
    return keys.stream()
        .map(key -> key.id() + "=" + HexFormat.of().formatHex(mac.sign(key.secret(), head, body)))
        .collect(Collectors.joining(","));
  }

  /** Seconds since 1970, wall clock. */
  static String timestamp(Instant at) {
    return Long.toString(at.getEpochSecond());
  }
}
