package city.tongban.api;

import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint that the running hub really has, Camel's and the controllers' alike. */
final class Endpoints {
  private Endpoints() {}

  /** As {@code GET /api/v1/cases/{number}}; one that takes any method says {@code ANY}. */
  static Set<String> all() {
    return RunningHub.get()
        .context()
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(Endpoints::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> ofPartners() {
    return all().stream()
        .filter(endpoint -> endpoint.contains(" /api"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> inTheContract() {
    Set<String> endpoints = new TreeSet<>();
    contract()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (!method.equals("parameters")) {
                            endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return endpoints;
  }

  static JsonNode contract() {
    try {
      return new YAMLMapper()
          .readTree(new ClassPathResource("static/openapi.yaml").getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> of(RequestMappingInfo info) {
    Set<String> methods =
        info.getMethodsCondition().isEmpty()
            ? Set.of("ANY")
            : info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
    return methods.stream()
        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
  }
}
