package city.tongban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.connector.UriTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @TempDir Path folder;

  @Test
  void aSecretIsReadAnewEachTime() throws Exception {
    Files.writeString(folder.resolve("housing"), "one\n");
    Credentials credentials = new Credentials(folder);
    assertThat(credentials.secret("housing")).isEqualTo("one");

    Files.writeString(folder.resolve("housing"), "two");

    assertThat(credentials.secret("housing")).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "empty", "../housing", "/etc/passwd", "a/b", ""})
  void aSecretThatIsNotThereOrElsewhereIsAFault(String name) throws Exception {
    Files.writeString(folder.resolve("empty"), "\n");

    assertThatThrownBy(() -> new Credentials(folder).secret(name))
        .hasMessageStartingWith("HUB-8007");
  }

  @Test
  void callsAreFilledForAUrl() {
    assertThat(
            UriTemplate.fill(
                "GET /x?d={delivery}&r={reason}", Map.of("delivery", "a/1", "reason", "一 &")))
        .isEqualTo("GET /x?d=a%2F1&r=%E4%B8%80%20%26");
    assertThat(UriTemplate.fill("execute", Map.of())).isEqualTo("execute");
    assertThatThrownBy(() -> UriTemplate.fill("GET /{what}", Map.of()))
        .hasMessageStartingWith("HUB-8010");
  }
}
