package city.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of all settings says what the code says. */
class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("src/docs/configuration.md");

  /** Set to {@code true} to write the page instead of comparing it. */
  private static final String WRITE = "configuration.write";

  @Test
  void thePageListsEverySettingOfTheCode() throws IOException {
    String page = ConfigurationReference.page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("%s is out of date: run this test once with -D%s=true", PAGE, WRITE)
        .isEqualTo(page);
  }
}
