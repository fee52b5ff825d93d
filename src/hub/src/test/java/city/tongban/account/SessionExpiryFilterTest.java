package city.tongban.account;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** How long a session lasts, by a clock that the test moves. */
class SessionExpiryFilterTest {
  private static final Instant MORNING = Instant.parse("2026-03-05T00:30:00Z");
  private static final ConsoleProperties LIMITS =
      new ConsoleProperties(Duration.ofMinutes(30), Duration.ofHours(8));
  private static TestDatabase database;

  private final TestClock wall = new TestClock(MORNING.toString());
  private SessionExpiryFilter watch;
  private MockHttpSession session;

  @BeforeAll
  static void oneAccount() {
    database = TestDatabase.create();
    new AccountTable(database.jdbc()).insert("wang", Role.OPERATOR, "-", MORNING);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void logIn() {
    watch =
        new SessionExpiryFilter(
            new AccountTable(database.jdbc()), LIMITS, new ConsoleEntryPoint(), wall);
    session = new MockHttpSession();
  }

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void halfAnHourWithoutAClickEndsIt() throws Exception {
    assertThat(passes("/console")).isTrue();
    wall.advance(Duration.ofMinutes(29));
    assertThat(passes("/console")).isTrue();
    wall.advance(Duration.ofMinutes(29));
    assertThat(passes("/console")).isTrue();
    wall.advance(Duration.ofMinutes(30));

    assertThat(passes("/console")).isFalse();
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void whatAPageAsksByItselfIsNoClick() throws Exception {
    assertThat(passes("/console")).isTrue();
    for (int i = 0; i < 29; i++) {
      wall.advance(Duration.ofMinutes(1));
      assertThat(passes("/console/live")).isTrue();
    }
    wall.advance(Duration.ofMinutes(1));

    assertThat(passes("/console/live")).isFalse();
  }

  @Test
  void eightHoursAfterTheLogInItEndsHoweverBusyOneIs() throws Exception {
    for (int i = 0; i < 31; i++) {
      assertThat(passes("/console")).isTrue();
      wall.advance(Duration.ofMinutes(15));
    }
    assertThat(passes("/console")).isTrue();
    wall.advance(Duration.ofMinutes(15)); // it is half past four

    assertThat(passes("/console")).isFalse();
  }

  private boolean passes(String path) throws ServletException, IOException {
    ConsolePrincipal reader = new ConsolePrincipal("wang", Role.OPERATOR, 1, MORNING);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(reader, null, List.of()));
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setSession(session);
    MockFilterChain chain = new MockFilterChain();
    watch.doFilter(request, new MockHttpServletResponse(), chain);
    return chain.getRequest() != null;
  }
}
