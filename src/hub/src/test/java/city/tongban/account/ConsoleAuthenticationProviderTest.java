package city.tongban.account;

import static city.tongban.path.ConsoleHttpClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.ConsoleHttpClient;
import city.tongban.path.RunningHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logging in at the running hub, against accounts in its database. */
class ConsoleAuthenticationProviderTest {
  private final RunningHub hub = RunningHub.get();

  @ParameterizedTest
  @ValueSource(strings = {"operator", "engineer", "auditor"})
  void eachRoleLogsInWithThePasswordThatTheHubMade(String account) {
    ConsoleHttpClient visitor = ConsoleHttpClient.as(account);

    assertThat(visitor.get("/console").statusCode()).isEqualTo(200);
  }

  @Test
  void theDatabaseKeepsAnArgon2idHashAndNoPassword() {
    String hash =
        hub.context()
            .getBean(JdbcClient.class)
            .sql("select hash from console_account where name = 'operator'")
            .query(String.class)
            .single();

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hash).doesNotContain(hub.consolePassword("operator"));
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    String known = location(new ConsoleHttpClient().logIn("auditor", "not the password"));
    String unknown = location(new ConsoleHttpClient().logIn("nobody-here", "not the password"));

    assertThat(known).isEqualTo(unknown).endsWith("/console/login?error");
    ConsoleHttpClient.as("auditor"); // one wrong try locks nobody out
  }
}
