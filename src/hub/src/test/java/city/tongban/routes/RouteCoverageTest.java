package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/** Compares the routes and templates of {@code routes/} with those that have a test. */
class RouteCoverageTest {
  private static final Path ROUTES = Path.of("routes");

  @Test
  void everyRouteAndEveryTemplateHasATest() throws IOException {
    assertThat(testedIds()).containsExactlyInAnyOrderElementsOf(writtenIds());
  }

  private static List<String> testedIds() {
    ClassPathScanningCandidateComponentProvider classes =
        new ClassPathScanningCandidateComponentProvider(false);
    classes.addIncludeFilter(new AnnotationTypeFilter(TestsRoute.class));
    return classes.findCandidateComponents("city.tongban").stream()
        .map(BeanDefinition::getBeanClassName)
        .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
        .flatMap(test -> Stream.of(test.getAnnotation(TestsRoute.class).ids()))
        .toList();
  }

  private static List<String> writtenIds() throws IOException {
    try (Stream<Path> files = Files.walk(ROUTES)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .flatMap(RouteCoverageTest::ids)
          .toList();
    }
  }

  private static Stream<String> ids(Path file) {
    try {
      List<Map<String, Map<String, Object>>> entries = new Yaml().load(Files.readString(file));
      return entries.stream()
          .flatMap(entry -> entry.entrySet().stream())
          .filter(entry -> List.of("route", "routeTemplate").contains(entry.getKey()))
          .map(entry -> String.valueOf(entry.getValue().get("id")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
