package city.rehearsal.simulator.department.housing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2 client credentials (RFC 6749, 4.4). OAuthTokens live in memory: a restart forgets them,
 * as them invalid.
 */
final class OAuthTokens {
  private final byte[] client;
  private final Duration life;
  private final Clock wall;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> validUntil = new ConcurrentHashMap<>();

  /**
   * @param client {@code id:secret}
   */
  OAuthTokens(String client, Duration life, Clock wall) {
    this.client = client.getBytes(StandardCharsets.UTF_8);
    this.life = life;
    this.wall = wall;
  }

  long lifeSeconds() {
    return life.toSeconds();
  }

  /** A token, if the header carries the id and secret of the client by HTTP Basic. */
  Optional<String> issue(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Basic ") || !isClient(authorization)) {
      return Optional.empty();
    }
    Instant now = wall.instant();
    validUntil.values().removeIf(until -> !until.isAfter(now));
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    String token = HexFormat.of().formatHex(bits);
    validUntil.put(token, now.plus(life));
    return Optional.of(token);
  }

  /** RFC 6749, 2.3.1: both halves are form-encoded before they are joined. */
  private boolean isClient(String authorization) {
    try {
      byte[] basic = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
      String given =
          URLDecoder.decode(new String(basic, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), client);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean isValid(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return false;
    }
    @Nullable Instant until = validUntil.get(authorization.substring("Bearer ".length()));
    return until != null && until.isAfter(wall.instant());
  }
}
