package city.tongban.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Guessing passwords at a real database, with a clock that the test moves. */
class LoginThrottleTest {
  private static final String RIGHT = "a long enough password";
  private static TestDatabase database;
  private static PasswordHasher passwords;

  private final TestClock wall = new TestClock("2026-03-05T02:00:00Z");
  private AccountTable accounts;
  private ConsoleAuthenticationProvider logIn;
  private LoginThrottle tries;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    passwords = new PasswordHasher();
    new AccountTable(database.jdbc())
        .insert("wang", Role.ENGINEER, passwords.hash(RIGHT), Instant.EPOCH);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void nobodyHasTried() {
    database.jdbc().sql("delete from log_in_try").update();
    accounts = new AccountTable(database.jdbc());
    tries = new LoginThrottle(database.jdbc(), wall);
    logIn = new ConsoleAuthenticationProvider(accounts, passwords, tries, wall);
  }

  @Test
  void theRightPasswordOpensAndTheWrongOneDoesNot() {
    assertThat(enter("wang", RIGHT, "10.0.0.1").getAuthorities())
        .extracting(Object::toString)
        .containsExactly("ROLE_ENGINEER");
    assertThatThrownBy(() -> enter("wang", "wrong", "10.0.0.1"))
        .isInstanceOf(BadCredentialsException.class);
  }

  @Test
  void fiveWrongTriesCloseTheNameForAMinuteAlsoToTheRightPassword() {
    wrong("wang", 5);

    assertThatThrownBy(() -> enter("wang", RIGHT, "10.0.0.2")).isInstanceOf(LockedException.class);
    wall.advance(Duration.ofSeconds(61));
    assertThat(enter("wang", RIGHT, "10.0.0.2").isAuthenticated()).isTrue();
  }

  @Test
  void eachFurtherWrongTryDoublesTheWait() {
    wrong("wang", 5);
    wall.advance(Duration.ofSeconds(61));
    wrong("wang", 1);
    wall.advance(Duration.ofSeconds(61));

    assertThatThrownBy(() -> enter("wang", RIGHT, "10.0.0.3")).isInstanceOf(LockedException.class);
    wall.advance(Duration.ofSeconds(60));
    assertThat(enter("wang", RIGHT, "10.0.0.3").isAuthenticated()).isTrue();
  }

  @Test
  void aNameWithoutAnAccountIsClosedInTheSameWay() {
    wrong("nobody", 5);

    assertThatThrownBy(() -> enter("nobody", "x", "10.0.0.4")).isInstanceOf(LockedException.class);
  }

  @Test
  void theRightPasswordForgetsTheWrongTriesBeforeIt() {
    wrong("wang", 4);
    enter("wang", RIGHT, "10.0.0.5");
    wrong("wang", 4);

    assertThat(enter("wang", RIGHT, "10.0.0.5").isAuthenticated()).isTrue();
  }

  @Test
  void oneSourceThatTriesManyNamesIsClosedAndOthersAreNot() {
    for (int i = 0; i < LoginThrottle.FREE_PER_SOURCE; i++) {
      String name = "name" + i;
      assertThatThrownBy(() -> enter(name, "x", "10.9.9.9"))
          .isInstanceOf(BadCredentialsException.class);
    }

    assertThatThrownBy(() -> enter("wang", RIGHT, "10.9.9.9")).isInstanceOf(LockedException.class);
    assertThat(enter("wang", RIGHT, "10.0.0.6").isAuthenticated()).isTrue();
  }

  @Test
  void aHundredTriesAtTheSameMomentAreNotFree() {
    AtomicInteger looked = new AtomicInteger();

    IntStream.range(0, 100)
        .parallel()
        .forEach(
            i -> {
              Boolean begun =
                  database.transaction().execute(tx -> tries.begin("wang", "10.1.0." + i));
              looked.addAndGet(Boolean.TRUE.equals(begun) ? 1 : 0);
            });

    assertThat(looked).hasValue(LoginThrottle.FREE_PER_NAME);
  }

  @Test
  void aDisabledAccountIsAnsweredLikeAWrongPassword() {
    accounts.insert("li", Role.AUDITOR, passwords.hash(RIGHT), wall.instant());
    enter("li", RIGHT, "10.0.0.7");
    accounts.disable("li", wall.instant());

    assertThatThrownBy(() -> enter("li", RIGHT, "10.0.0.7"))
        .isInstanceOf(BadCredentialsException.class)
        .hasMessage("wrong");
  }

  @Test
  void whatWasTypedAsANameIsNotKeptInTheClear() {
    wrong("my secret password", 1);

    assertThat(database.jdbc().sql("select whose from log_in_try").query(String.class).list())
        .isNotEmpty()
        .noneMatch(whose -> whose.contains("secret"));
  }

  private void wrong(String name, int times) {
    for (int i = 0; i < times; i++) {
      String source = "10.2.0." + i;
      assertThatThrownBy(() -> enter(name, "wrong", source))
          .isInstanceOf(BadCredentialsException.class);
    }
  }

  private Authentication enter(String name, String password, String source) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(source);
    var asked = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    asked.setDetails(new WebAuthenticationDetails(request));
    return logIn.authenticate(asked);
  }
}
