package city.tongban;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Writes {@code src/docs/configuration.md} from the sources of the configuration records: keys and
 * defaults from the code, descriptions from the Javadoc.
 */
final class ConfigurationReference {
  private static final Path SOURCES = Path.of("src/hub/src/main/java");

  private static final String HEAD =
      """
      # Configuration

      Every setting of the hub. This page is generated from the configuration records in the code; a test compares the two.
      A setting is a line in `application.yaml` beside the jar, an argument such as `--hub.data=/var/lib/tongban`, or a
      variable of the environment such as `HUB_DATA`. A duration is `500ms`, `10s`, `5m`, `8h` or `3d`; a size is `64KB` or `1MB`.

      A setting under a name of an earlier version stops the start, and the message names the new one (HUB-8096).

      Of Spring Boot's own settings a deployment usually sets `server.port` (8080), `server.address` (127.0.0.1),
      `management.server.port` (8079), `management.server.address` (127.0.0.1; on any other address Actuator asks for the user
      `management` with the password in the secret file `management`) and `spring.profiles.active` (`production`).
      """;

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("Duration", "duration"),
          Map.entry("DataSize", "size"),
          Map.entry("Path", "folder"),
          Map.entry("URI", "URI"),
          Map.entry("String", "text"),
          Map.entry("int", "integer"),
          Map.entry("boolean", "`true` or `false`"),
          Map.entry("Algorithm", "text"),
          Map.entry("OffsetDateTime", "time with offset"),
          Map.entry("Map<String, URI>", "URI for each back-end"));

  private ConfigurationReference() {}

  static String page() throws IOException {
    Map<String, String> sections = new TreeMap<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(SOURCES)) {
      List<Path> records =
          sources.filter(file -> file.toString().endsWith("Properties.java")).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(records));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree type : unit.getTypeDecls()) {
          ClassTree record = (ClassTree) type;
          String doc = docs.getDocComment(TreePath.getPath(unit, record));
          prefix(record)
              .ifPresent(prefix -> sections.put(prefix, section(prefix, record, clean(doc))));
        }
      }
    }
    return HEAD + String.join("", sections.values());
  }

  private static String section(String prefix, ClassTree record, String doc) {
    StringBuilder section = new StringBuilder();
    section.append("\n## `").append(prefix).append("`\n\n").append(intro(doc)).append("\n\n");
    section.append("| setting | type | default | meaning |\n|---|---|---|---|\n");
    for (Tree member : record.getMembers()) {
      if (member instanceof VariableTree component && !isStatic(component)) {
        section.append(row(prefix, component, doc));
      }
    }
    return section.toString();
  }

  private static String row(String prefix, VariableTree component, String doc) {
    String type = component.getType().toString().replaceAll("@\\w+(\\([^)]*\\))?\\s*", "");
    String each = type.startsWith("Map<") ? ".<back-end>" : "";
    String key = prefix + "." + kebab(component.getName().toString()) + each;
    String defaultValue =
        annotation(component, "DefaultValue")
            .map(ConfigurationReference::value)
            .filter(value -> !value.isEmpty())
            .map(value -> "`" + value + "`")
            .orElse("");
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            key, TYPES.getOrDefault(type, "`" + type + "`"), defaultValue, meaning(component, doc));
  }

  private static String meaning(VariableTree component, String doc) {
    Matcher param =
        Pattern.compile("@param " + component.getName() + " (.*?)(?= @param |$)").matcher(doc);
    if (!param.find()) {
      throw new IllegalStateException("no @param for " + component.getName() + " in: " + doc);
    }
    return param.group(1).strip();
  }

  private static String intro(String doc) {
    return doc.replaceAll(" ?@param .*", "").strip();
  }

  private static String clean(String doc) {
    return doc.replaceAll("\\s+", " ").replaceAll("\\{@code ([^}]*)}", "`$1`").strip();
  }

  private static Optional<String> prefix(ClassTree record) {
    return record.getModifiers().getAnnotations().stream()
        .filter(one -> one.getAnnotationType().toString().equals("ConfigurationProperties"))
        .map(ConfigurationReference::value)
        .findFirst();
  }

  private static Optional<AnnotationTree> annotation(VariableTree component, String name) {
    return component.getModifiers().getAnnotations().stream()
        .map(AnnotationTree.class::cast)
        .filter(one -> one.getAnnotationType().toString().equals(name))
        .findFirst();
  }

  private static String value(AnnotationTree annotation) {
    return annotation.getArguments().stream()
        .map(ConfigurationReference::literal)
        .collect(Collectors.joining());
  }

  private static String literal(ExpressionTree argument) {
    ExpressionTree value =
        argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    return String.valueOf(((LiteralTree) value).getValue());
  }

  private static boolean isStatic(VariableTree field) {
    return field.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.STATIC);
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
