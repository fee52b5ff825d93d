package city.rehearsal.simulator.department.housing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OAuthTokensTest {
  private static final String CLIENT = "Basic dG9uZ2JhbjpzZWNyZXQ="; // tongban:secret

  @Test
  void aTokenIsValidUntilItExpires() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    Clock wall = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    OAuthTokens tokens = new OAuthTokens("tongban:secret", Duration.ofMinutes(5), wall);

    String bearer = "Bearer " + tokens.issue(CLIENT).orElseThrow();

    now.set(Instant.EPOCH.plusSeconds(299));
    assertThat(tokens.isValid(bearer)).isTrue();
    now.set(Instant.EPOCH.plusSeconds(300));
    assertThat(tokens.isValid(bearer)).isFalse();
  }
}
