package city.tongban.api;

import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.cxf.Bus;
import org.apache.cxf.spring.boot.autoconfigure.CxfProperties;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.springframework.context.ApplicationContext;
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
    return Stream.concat(all().stream().filter(endpoint -> endpoint.contains(" /api")), bySoap())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** CXF's servlet stands beside the others and has its own list. */
  private static Stream<String> bySoap() {
    ApplicationContext hub = RunningHub.get().context();
    String servlet = hub.getBean(CxfProperties.class).getPath();
    HTTPTransportFactory http =
        (HTTPTransportFactory)
            hub.getBean(Bus.class)
                .getExtension(DestinationFactoryManager.class)
                .getDestinationFactoryForUri("http://");
    return http.getRegistry().getDestinationsPaths().stream().map(path -> "POST " + servlet + path);
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
    endpoints.add("POST " + soapAddress());
    return endpoints;
  }

  private static String soapAddress() {
    try {
      String wsdl =
          new ClassPathResource("wsdl/intake.wsdl").getContentAsString(StandardCharsets.UTF_8);
      Matcher address = Pattern.compile("soap:address location=\"([^\"]+)\"").matcher(wsdl);
      return address.find() ? URI.create(address.group(1)).getPath() : "nowhere";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
