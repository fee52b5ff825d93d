package city.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about security says nothing that the code does not. */
class SecurityTableTest {
  private static final String PAGE = read(Path.of("src/docs/security.md"));
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)\\.(\\w+)`");
  private static final Pattern BAN = Pattern.compile("ban `([^`]+)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|(?! *---)(.+)\\|$");

  @Test
  void everyTestThatIsNamedExists() {
    Set<String> missing = new TreeSet<>();
    Matcher named = NAMED.matcher(PAGE);
    while (named.find()) {
      String source = source(named.group(1));
      if (!Pattern.compile("void " + named.group(2) + "\\s*\\(").matcher(source).find()) {
        missing.add(named.group());
      }
    }

    assertThat(missing).isEmpty();
    assertThat(NAMED.matcher(PAGE).results().count()).isGreaterThan(40);
  }

  @Test
  void everyBanIsARuleOfTheBuild() {
    List<String> bans = BAN.matcher(PAGE).results().map(ban -> ban.group(1)).toList();
    String pom = read(Path.of("pom.xml"));

    assertThat(bans).hasSizeGreaterThan(10);
    assertThat(bans).allSatisfy(ban -> assertThat(pom).contains("<exclude>" + ban + "</exclude>"));
  }

  @Test
  void everyRowNamesWhatWouldNotice() {
    String tables = section("Published weaknesses") + section("Limits");

    assertThat(ROW.matcher(tables).results().map(row -> row.group(1)))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsAnyOf(
                        "Test.", "*start-up:*", "| weakness", " weakness |", " limit |"));
  }

  private static String section(String title) {
    return PAGE.split("(?m)^## " + title + "$")[1].split("(?m)^## ")[0];
  }

  private static String source(String test) {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.getFileName().toString().equals(test + ".java"))
          .map(SecurityTableTest::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
