package city.rehearsal.simulator.housing;

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
 * OAuth 2 client credentials (RFC 6749, 4.4). Tokens live in memory: a restart forgets them, as
 * theirs does.
 */
final class Tokens {
  private final byte[] client;
  private final Duration life;
  private final Clock wall;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> goodUntil = new ConcurrentHashMap<>();

  /**
   * @param client {@code id:secret}
   */
  Tokens(String client, Duration life, Clock wall) {
    this.client = client.getBytes(StandardCharsets.UTF_8);
    this.life = life;
    this.wall = wall;
  }

  long lifeSeconds() {
    return life.toSeconds();
  }

  /** A token for whoever shows the client's id and secret by HTTP Basic. */
  Optional<String> issue(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Basic ") || !isClient(authorization)) {
      return Optional.empty();
    }
    Instant now = wall.instant();
    goodUntil.values().removeIf(until -> !until.isAfter(now));
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    String token = HexFormat.of().formatHex(bits);
    goodUntil.put(token, now.plus(life));
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

  boolean good(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return false;
    }
    @Nullable Instant until = goodUntil.get(authorization.substring("Bearer ".length()));
    return until != null && until.isAfter(wall.instant());
  }
}
