package city.tongban;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Which module may use which, as a table; and which arrow is new.
 *
 * <p>A module declares its arrows in its {@code package-info}; here they are compared with the
 * table, and Spring Modulith compares them with the code.
 */
class BoundariesTest {
  private static final ApplicationModules MODULES = ApplicationModules.of("city.tongban");

  private static final Set<String> PATH =
      Set.of(
          "canonical",
          "concurrent",
          "clock",
          "partner",
          "node",
          "catalogue",
          "connector",
          "security",
          "transport",
          "bundle",
          "probe",
          "mapping",
          "intake",
          "cases",
          "routing",
          "delivery",
          "query",
          "result",
          "notice",
          "settlement",
          "trace",
          "vault");

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("canonical", Set.of()),
          entry("concurrent", Set.of()),
          entry("clock", Set.of("canonical")), // its refusals
          entry("partner", Set.of("canonical", "node")), // the folder of the secrets
          entry("catalogue", Set.of("canonical", "clock")),
          entry("connector", Set.of("canonical", "clock")),
          entry("security", Set.of("canonical", "connector", "node")), // the folder of the secrets
          entry("transport", Set.of("canonical", "clock", "concurrent", "connector", "security")),
          entry("bundle", Set.of("canonical", "clock", "connector", "security", "transport")),
          entry("probe", Set.of("canonical", "connector", "security", "transport")),
          // the bundles that hold the mappings; the keys of sealed fields
          entry("mapping", Set.of("canonical", "connector", "security")),
          entry(
              "intake",
              Set.of(
                  "node",
                  "canonical",
                  "cases",
                  "catalogue",
                  "partner",
                  "clock",
                  "concurrent",
                  "query")),
          // a question at the counter: by the transports of the deliveries, and past their lanes
          entry(
              "query",
              Set.of(
                  "canonical",
                  "cases",
                  "connector",
                  "mapping",
                  "clock",
                  "concurrent",
                  "transport",
                  "vault")),
          entry("vault", Set.of("canonical", "node")), // the folder of the key file
          entry("cases", Set.of("canonical", "vault")),
          entry("routing", Set.of("canonical", "cases", "catalogue", "connector", "clock")),
          entry(
              "delivery",
              Set.of(
                  "node",
                  "canonical",
                  "cases",
                  "catalogue",
                  "connector",
                  "mapping",
                  "clock",
                  "concurrent",
                  "security",
                  "transport",
                  "vault")),
          entry(
              "result",
              Set.of(
                  "canonical", "cases", "delivery", "connector", "mapping", "clock", "transport")),
          entry(
              "notice",
              Set.of(
                  "node",
                  "canonical",
                  "cases",
                  "partner",
                  "clock",
                  "concurrent",
                  "vault")), // when it was made
          entry("settlement", Set.of("canonical", "cases", "catalogue", "connector", "clock")),
          entry(
              "trace", Set.of("canonical", "clock", "node", "vault")), // both clocks, and the node
          // what has no row in STYLE: the doors and the machinery around the path
          entry("account", Set.of("canonical", "partner")), // its secrets and headers
          entry(
              "replay",
              Set.of("bundle", "canonical", "cases", "connector", "delivery", "mapping", "trace")),
          entry("faults", Set.of("canonical", "node")), // calls the simulators' control port
          entry("api", with("account", "faults", "replay")), // who gives accounts has a token
          entry(
              "console",
              with("account", "api", "faults")), // its doors; the first page shows the sum
          entry("node", Set.of("canonical", "clock")));

  private static Set<String> with(String... more) {
    Set<String> modules = new TreeSet<>(PATH);
    modules.addAll(List.of(more));
    return modules;
  }

  static Stream<ApplicationModule> modules() {
    return MODULES.stream();
  }

  static String name(ApplicationModule module) {
    return module.getBasePackage().getName().substring("city.tongban.".length());
  }

  @Test
  void theCodeFollowsWhatItsModulesDeclare() {
    MODULES.verify();
  }

  @Test
  void theModulesThatEverythingBuildsOnAreFound() {
    assertThat(MODULES.stream().map(BoundariesTest::name))
        .contains("canonical", "clock", "catalogue");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleHasARowInTheTableAndDeclaresNoArrowThatIsNotInIt(ApplicationModule module) {
    assertThat(MAY_USE).as("modules with a row").containsKey(name(module));
    assertThat(MAY_USE.get(name(module))).as(name(module)).containsAll(declared(module));
  }

  @Test
  void noModuleUsesOneThatUsesIt() {
    for (String module : MAY_USE.keySet()) {
      assertThat(reach(module)).as("what %s can reach", module).doesNotContain(module);
    }
  }

  private static List<String> declared(ApplicationModule module) {
    var annotation =
        module.getBasePackage().getAnnotation(org.springframework.modulith.ApplicationModule.class);
    assertThat(annotation).as("%s has an @ApplicationModule", module.getBasePackage()).isPresent();
    return List.of(annotation.get().allowedDependencies());
  }

  private static Set<String> reach(String module) {
    Set<String> reached = new TreeSet<>(MAY_USE.get(module));
    int before;
    do {
      before = reached.size();
      List.copyOf(reached).forEach(next -> reached.addAll(MAY_USE.get(next)));
    } while (reached.size() > before);
    return reached;
  }
}
