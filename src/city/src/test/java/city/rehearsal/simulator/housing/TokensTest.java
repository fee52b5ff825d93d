package city.rehearsal.simulator.housing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final String CLIENT = "Basic dG9uZ2JhbjpzZWNyZXQ="; // tongban:secret

  @Test
  void aTokenIsGoodUntilItsLifeIsOver() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    Clock wall = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    Tokens tokens = new Tokens("tongban:secret", Duration.ofMinutes(5), wall);

    String bearer = "Bearer " + tokens.issue(CLIENT).orElseThrow();

    now.set(Instant.EPOCH.plusSeconds(299));
    assertThat(tokens.good(bearer)).isTrue();
    now.set(Instant.EPOCH.plusSeconds(300));
    assertThat(tokens.good(bearer)).isFalse();
  }
}
