package city.tongban.path;

import city.tongban.connector.Connector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which test tries which case of the contract for which back-end, as the tests themselves say. */
final class ContractMatrix {
  private final Map<String, Map<ContractCase, Set<String>>> tests = new TreeMap<>();

  private ContractMatrix() {}

  static ContractMatrix of(Iterable<Class<?>> classes) {
    ContractMatrix matrix = new ContractMatrix();
    for (Class<?> each : classes) {
      if (!Modifier.isAbstract(each.getModifiers())) {
        methods(each).forEach(method -> matrix.add(each, method));
      }
    }
    return matrix;
  }

  Set<String> tests(String backEnd, ContractCase tried) {
    return tests.getOrDefault(backEnd, Map.of()).getOrDefault(tried, Set.of());
  }

  Set<String> backEnds() {
    return tests.keySet();
  }

  private void add(Class<?> in, Method method) {
    Covers covers = method.getAnnotation(Covers.class);
    for (String backEnd : backEnds(in, method, covers)) {
      for (ContractCase tried : covers.value()) {
        tests
            .computeIfAbsent(backEnd, b -> new EnumMap<>(ContractCase.class))
            .computeIfAbsent(tried, c -> new TreeSet<>())
            .add(in.getSimpleName() + "." + method.getName());
      }
    }
  }

  private static List<Method> methods(Class<?> from) {
    List<Method> methods = new ArrayList<>();
    for (Class<?> each = from; each != null; each = each.getSuperclass()) {
      Arrays.stream(each.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Covers.class))
          .forEach(methods::add);
    }
    return methods;
  }

  private static List<String> backEnds(Class<?> in, Method method, Covers covers) {
    if (covers.backEnds().length > 0) {
      return List.of(covers.backEnds());
    }
    MethodSource source = method.getAnnotation(MethodSource.class);
    if (source != null) {
      return arguments(in, source.value()[0]);
    }
    TestedBackEnd one = in.getAnnotation(TestedBackEnd.class);
    if (one == null) {
      throw new AssertionError(in.getSimpleName() + "." + method.getName() + " names no back-end");
    }
    return List.of(one.value());
  }

  /** What the test is given, so that the matrix cannot say more than is run. */
  private static List<String> arguments(Class<?> in, String source) {
    try {
      Method method = in.getDeclaredMethod(source);
      method.setAccessible(true);
      return ((Stream<?>) method.invoke(null))
          .map(given -> given instanceof Arguments several ? several.get()[0] : given)
          .map(String::valueOf)
          .distinct()
          .toList();
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError("no source '" + source + "' in " + in.getSimpleName(), e);
    }
  }

  String page(List<Connector> connectors) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| back-end | ").append(joined(ContractCase::shortly, " | ")).append(" |\n");
    page.append("|---").append("|---".repeat(ContractCase.values().length)).append("|\n");
    for (Connector connector : connectors) {
      page.append("| `").append(connector.backEnd()).append("` (").append(facts(connector));
      page.append(") | ").append(joined(tried -> cell(connector, tried), " | ")).append(" |\n");
    }
    page.append("\n## What each case is, and who tries it\n");
    for (ContractCase tried : ContractCase.values()) {
      page.append("\n### ").append(tried.shortly()).append("\n\n");
      page.append(sentence(tried.meaning())).append("\n\n");
      byTest(tried)
          .forEach(
              (test, backEnds) ->
                  page.append("- `").append(test).append("`: ").append(backEnds).append("\n"));
    }
    return page.toString();
  }

  private String cell(Connector connector, ContractCase tried) {
    if (!tests(connector.backEnd(), tried).isEmpty()) {
      return "✓";
    }
    return tried.canHappenTo(connector) ? "**gap**" : "–";
  }

  private Map<String, String> byTest(ContractCase tried) {
    Map<String, Set<String>> byTest = new TreeMap<>();
    tests.forEach(
        (backEnd, cases) ->
            cases
                .getOrDefault(tried, Set.of())
                .forEach(test -> byTest.computeIfAbsent(test, t -> new TreeSet<>()).add(backEnd)));
    Map<String, String> told = new TreeMap<>();
    byTest.forEach((test, backEnds) -> told.put(test, String.join(", ", backEnds)));
    return told;
  }

  private static String facts(Connector connector) {
    return connector.transport()
        + ", "
        + connector.doubt().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static String joined(Function<ContractCase, String> word, String between) {
    return Arrays.stream(ContractCase.values()).map(word).collect(Collectors.joining(between));
  }

  private static final String HEAD =
      """
      # The contract, case by case

      What can happen between the hub and a department, and which tests try it against that department's own simulator.
      This page is made from the tests (`@Covers`) and from the connectors' folders; `ContractMatrixTest` fails when it is
      not what they say, and leaves the page as it should be in `target/contract-matrix.md`. A new back-end gets its row by
      its folder, and its marks from the tests that run for each folder as soon as `Applications.good` has a case for it.

      ✓ tried. – cannot happen there: it only answers calls, and says nothing by itself. **gap** nobody tries it yet. Who is
      only asked at the counter has no case and no delivery: there, each mark is about a question.

      """;
}
