package city.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an installed hub has on its class path: the packaged jar holds the product and the product's
 * libraries. Simulators, drill, bench, connector kit and command line are programs of their own.
 */
class ProductClassPathTest {
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final Pattern VERSION = Pattern.compile("-\\d.*$");

  /** The packages of the product: a new one is named here by the person who adds it. */
  private static final Set<String> PACKAGES =
      Set.of(
          "account",
          "api",
          "bundle",
          "canonical",
          "cases",
          "catalogue",
          "clock",
          "concurrent",
          "connector",
          "console",
          "delivery",
          "faults",
          "intake",
          "mapping",
          "node",
          "notice",
          "partner",
          "probe",
          "query",
          "replay",
          "result",
          "routing",
          "security",
          "settlement",
          "trace",
          "transport",
          "vault");

  @Test
  void theJarHoldsTheClassesOfTheProductAndNoOthers() throws IOException {
    Set<String> packages =
        entries(CLASSES).stream()
            .filter(entry -> entry.endsWith(".class"))
            .map(ProductClassPathTest::firstPackage)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages).contains("", "intake", "delivery").isSubsetOf(withRoot());
  }

  /**
   * Each has a server, a client or a tool that only a rehearsal or a person at a terminal needs.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tongban-.*", // no other module of ours
        "artemis-amqp-protocol",
        "protonj2.*",
        "sshd-.*",
        "picocli.*",
        "hapi-.*",
        "byteman.*",
        "playwright.*",
        "archunit.*",
        "junit-.*",
        "mockito-.*",
        "spring-boot-starter-test",
        "spring-boot-devtools"
      })
  void theJarHoldsNoLibraryOfAnotherProgramOrOfATest(String name) throws IOException {
    assertThat(libraries()).noneMatch(library -> library.matches(name));
  }

  @Test
  void theJarHoldsTheLibrariesThatTheProductSpeaksItsProtocolsWith() throws IOException {
    assertThat(libraries())
        .contains(
            "artemis-server",
            "artemis-jakarta-client",
            "camel-jms",
            "camel-amqp",
            "camel-cxf-soap",
            "camel-ftp",
            "postgresql",
            "Saxon-HE",
            "xstream");
  }

  @Test
  void theJarHoldsTheFoldersThatIntegrationEngineersEdit() throws IOException {
    assertThat(entries(CLASSES))
        .anyMatch(entry -> entry.matches("routes/.*\\.camel\\.yaml"))
        .anyMatch(entry -> entry.matches("connectors/[^/]+/connector\\.yaml"))
        .anyMatch(entry -> entry.matches("mappings/[^/]+/.*\\.xsl"));
  }

  private static Set<String> withRoot() {
    Set<String> all = new TreeSet<>(PACKAGES);
    all.add("");
    return all;
  }

  /** The package below {@code city.tongban}; empty for that package itself. */
  private static String firstPackage(String entry) {
    String root = "city/tongban/";
    if (!entry.startsWith(root)) {
      return entry;
    }
    String rest = entry.substring(root.length());
    int end = rest.indexOf('/');
    return end < 0 ? "" : rest.substring(0, end);
  }

  /** The names of the libraries, without version. */
  private static Set<String> libraries() throws IOException {
    return entries(LIBRARIES).stream()
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> VERSION.matcher(entry).replaceFirst(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> entries(String folder) throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("hub.jar"))) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(folder) && name.length() > folder.length())
          .map(name -> name.substring(folder.length()))
          .toList();
    }
  }
}
