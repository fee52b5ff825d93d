package city.tongban.kit;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers of {@code connectors/<name>/stub.yaml}; the first that matches is returned.
 *
 * @param id where a message carries its id, {@code /deliveryId}; null where it carries none
 */
record StubFile(@Nullable String id, List<Answer> answers) {
  private static final String FILE = "connector/stub.yaml";
  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * One recorded answer.
   *
   * @param body the body in the file itself, or null where {@code file} names one beside the
   *     mappings
   */
  record Answer(
      Match match,
      int status,
      @Nullable String contentType,
      @Nullable String body,
      @Nullable String file) {
    Answer {
      status = status == 0 ? 200 : status;
    }
  }

  /**
   * When an answer is returned.
   *
   * @param call method and path, or a SOAP operation
   * @param where values that fields of the message must have, by path
   */
  record Match(String call, @Nullable Map<String, String> where) {
    boolean fits(String made, StubMessage message) {
      return call.equals(made)
          && (where == null
              || where.entrySet().stream()
                  .allMatch(e -> e.getValue().equals(message.value(e.getKey()))));
    }
  }

  StubFile {
    answers = List.copyOf(answers);
  }

  static StubFile of(Connector connector) {
    byte[] yaml =
        connector
            .bundle()
            .file(FILE)
            .orElseThrow(
                () ->
                    unusable(connector.backEnd(), "", "it is not there")
                        .fix("write one: src/docs/connectors.md shows how"));
    String text = new String(yaml, StandardCharsets.UTF_8);
    try {
      StubFile stub = YAML.readValue(text, StubFile.class);
      for (Answer answer : stub.answers) {
        check(connector, answer);
      }
      return stub;
    } catch (JsonProcessingException e) {
      int line = line(e, text);
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      throw unusable(connector.backEnd(), line > 0 ? " line " + line : "", why).causedBy(e);
    }
  }

  /** The line of an error; for an unknown key the parser reports only where the value ended. */
  private static int line(JsonProcessingException e, String yaml) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> lines = yaml.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(unknown.getPropertyName() + ":")) {
          return i + 1;
        }
      }
    }
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private static void check(Connector connector, Answer answer) {
    if ((answer.body() == null) == (answer.file() == null)) {
      throw unusable(
          connector.backEnd(), "", "each answer needs a body, or a file beside the mappings");
    }
    if (answer.file() != null && connector.bundle().file("mappings/" + answer.file()).isEmpty()) {
      throw unusable(connector.backEnd(), "", answer.file() + " is not there");
    }
  }

  static Fault unusable(String backEnd, String line, String why) {
    return Fault.of("HUB-8023", "connectors/%s/stub.yaml%s cannot be used", backEnd, line)
        .because(why)
        .fix("compare with the stub.yaml in src/docs/connectors.md");
  }
}
