package city.tongban.api;

import static city.tongban.partner.Partner.Kind.BACK_END;
import static city.tongban.partner.Partner.Kind.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.partner.ApiEndpoints;
import city.tongban.partner.EndpointRule;
import java.io.IOException;
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

/** The rule of decision 38: what centres and departments post is a message and begins a route. */
class MessageEndpointsTest {
  private static final Pattern FROM = Pattern.compile("uri: (platform-http|cxf):(/\\S+)");
  private static final Set<?> SENDERS = Set.of(CENTRE, BACK_END);

  @Test
  void exactlyThePostsOfCentresAndDepartmentsAreCamelRoutes() throws IOException {
    Set<String> messages =
        ApiEndpoints.RULES.all().stream()
            .filter(rule -> rule.method().equals("POST") && SENDERS.containsAll(rule.required()))
            .map(EndpointRule::path)
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(routes()).isEqualTo(messages);
  }

  private static Set<String> routes() throws IOException {
    Set<String> paths = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      List<Path> yaml = files.filter(file -> file.toString().endsWith(".camel.yaml")).toList();
      for (Path file : yaml) {
        Matcher from = FROM.matcher(Files.readString(file));
        while (from.find()) {
          paths.add((from.group(1).equals("cxf") ? "/services" : "") + from.group(2));
        }
      }
    }
    return paths;
  }
}
